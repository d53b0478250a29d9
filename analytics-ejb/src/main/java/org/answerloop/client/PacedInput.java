package org.answerloop.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A body that has to come at a least rate, and by a deadline where there is one: after a while of grace, whoever has sent
 * less on average than the rate asks for is broken off. The rate is looked at whenever something has come; that nothing comes
 * at all is the server's to notice ({@code readTimeout}).
 */
public final class PacedInput extends FilterInputStream {

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int LEAST_BYTES_PER_SECOND = 1_024;

    private final LongSupplier nanoTime;
    private final long beginning;
    private final long deadline;
    private long bytes;

    /** The sender hung up, took too long, or sent too slowly: whatever fails in reading is on that side. */
    public static final class BrokenOffException extends IOException {

        private static final long serialVersionUID = 1L;

        BrokenOffException(IOException cause) {
            super("The body ended before its time, or came too slowly", cause);
        }
    }

    /** Without a deadline: for what may be large. */
    public PacedInput(InputStream body) {
        this(body, Duration.ofDays(365), System::nanoTime);
    }

    /** @param patience for all of it */
    public PacedInput(InputStream body, Duration patience) {
        this(body, patience, System::nanoTime);
    }

    PacedInput(InputStream body, Duration patience, LongSupplier nanoTime) {
        super(body);
        this.nanoTime = nanoTime;
        this.beginning = nanoTime.getAsLong();
        this.deadline = patience.toNanos();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = received(buffer, offset, length);
        bytes += Math.max(0, count);
        requirePace();
        return count;
    }

    private int received(byte[] buffer, int offset, int length) throws BrokenOffException {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            throw new BrokenOffException(e);
        }
    }

    private void requirePace() throws BrokenOffException {
        long passed = nanoTime.getAsLong() - beginning;
        long counted = Duration.ofNanos(passed).minus(GRACE).toSeconds();
        if (passed > deadline || counted > 0 && bytes < counted * LEAST_BYTES_PER_SECOND) {
            throw new BrokenOffException(null);
        }
    }
}
