package org.answerloop.imports.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Reads the bytes of a file one after the other, knows at any time where it is, and can go back. */
final class FileCursor {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final SeekableByteChannel channel;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int next;
    private int filled;
    private long end;
    private long line = 1;

    FileCursor(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.end = channel.position();
    }

    /** @return the next byte, which stays where it is; -1 at the end */
    int peek() throws IOException {
        return next < filled || fill() ? buffer[next] & 0xFF : -1;
    }

    /** @return the next byte, which is passed over; -1 at the end */
    int read() throws IOException {
        int value = peek();
        if (value >= 0) {
            next++;
            if (value == '\n') {
                line++;
            }
        }
        return value;
    }

    /** Passes over the bytes where they are what comes next. */
    boolean skip(byte... bytes) throws IOException {
        long from = position();
        long fromLine = line;
        for (byte expected : bytes) {
            if (read() != (expected & 0xFF)) {
                seek(from, fromLine);
                return false;
            }
        }
        return true;
    }

    void skipBlanks() throws IOException {
        for (int value = peek(); value == ' ' || value == '\t' || value == '\r' || value == '\n'; value = peek()) {
            read();
        }
    }

    /**
     * Reads up to the end of the line, which is passed over.
     *
     * @return null where there are more bytes than are taken
     */
    byte[] line(int most) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        boolean tooMany = false;
        while (next < filled || fill()) {
            int from = next;
            while (next < filled && buffer[next] != '\n') {
                next++;
            }
            tooMany |= bytes.size() + next - from > most;
            if (!tooMany) {
                bytes.write(buffer, from, next - from);
            }
            if (next < filled) {
                next++;
                line++;
                break;
            }
        }
        return tooMany ? null : bytes.toByteArray();
    }

    boolean isAtEnd() throws IOException {
        return peek() < 0;
    }

    /** Bytes from the beginning of the file. */
    long position() {
        return end - (filled - next);
    }

    /** The number of the line, from 1. */
    long line() {
        return line;
    }

    void seek(long position, long atLine) throws IOException {
        line = atLine;
        long begin = end - filled;
        if (position >= begin && position <= end) {
            next = (int) (position - begin);
            return;
        }
        channel.position(position);
        end = position;
        next = 0;
        filled = 0;
    }

    private boolean fill() throws IOException {
        ByteBuffer target = ByteBuffer.wrap(buffer);
        int count;
        do {
            count = channel.read(target);
        } while (count == 0);
        next = 0;
        filled = Math.max(0, count);
        end += filled;
        return count > 0;
    }
}
