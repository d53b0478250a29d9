package org.answerloop.imports.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lets no more bytes through at a time than are taken of one conversation, so that no file can fill the memory. */
final class Allowance extends FilterInputStream {

    private final int most;
    private int left;

    Allowance(InputStream in, int most) {
        super(in);
        this.most = most;
        this.left = most;
    }

    /** The next conversation begins. */
    void renew() {
        left = most;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            spend(1);
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            spend(count);
        }
        return count;
    }

    private void spend(int count) throws SpentException {
        left -= count;
        if (left < 0) {
            throw new SpentException();
        }
    }

    /** One conversation is larger than is taken. */
    static final class SpentException extends IOException {

        private static final long serialVersionUID = 1L;
    }
}
