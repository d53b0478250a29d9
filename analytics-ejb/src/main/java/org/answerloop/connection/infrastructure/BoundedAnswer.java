package org.answerloop.connection.infrastructure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpResponse;

/** Keeps what a platform answers, up to a size that no honest answer has. */
final class BoundedAnswer extends AbstractBinResponseConsumer<BoundedAnswer> {

    private static final int MOST_BYTES = 16 * 1_048_576;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int status;

    int status() {
        return status;
    }

    byte[] bytes() {
        return kept.toByteArray();
    }

    @Override
    protected void start(HttpResponse response, ContentType type) {
        status = response.getCode();
    }

    @Override
    protected int capacityIncrement() {
        return MOST_BYTES;
    }

    @Override
    protected void data(ByteBuffer more, boolean isEnd) throws IOException {
        if (kept.size() + more.remaining() > MOST_BYTES) {
            throw new IOException("The answer has more than " + MOST_BYTES + " bytes");
        }
        byte[] bytes = new byte[more.remaining()];
        more.get(bytes);
        kept.writeBytes(bytes);
    }

    @Override
    protected BoundedAnswer buildResult() {
        return this;
    }

    @Override
    public void releaseResources() {
        // What is kept is read afterwards, and goes with this object.
    }
}
