package org.answerloop.api;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * How much is taken in at once: so many requests, whose bodies share a bounded memory, and of which only a few store at
 * the same time. A slow sender holds its place and what it has sent so far, and nothing else; when there is no room, the
 * sender is told so at once and comes again. The server has more threads than there are places (see its configuration), so
 * that whoever does not send events is served beside them.
 */
@ApplicationScoped
public class IntakeGate {

    private static final int BLOCK_BYTES = 64 * 1024;
    private static final int BLOCKS = 64 * 1024 * 1024 / BLOCK_BYTES;
    private static final int PLACES = 64;
    private static final int BATCHES_AT_ONCE = 3;
    private static final int SINGLES_AT_ONCE = 8;
    private static final int PATIENCE_IN_SECONDS = 10;

    private final Semaphore places = new Semaphore(PLACES);
    private final Semaphore blocks = new Semaphore(BLOCKS);
    private final Semaphore batches = new Semaphore(BATCHES_AT_ONCE, true);
    private final Semaphore singles = new Semaphore(SINGLES_AT_ONCE, true);

    /** @throws Refusal when every place is taken */
    Admission enter() {
        return enter(batches);
    }

    /**
     * For a single event: it has a lane of its own, and does not stand in line behind batches.
     *
     * @throws Refusal when every place is taken
     */
    Admission enterAlone() {
        return enter(singles);
    }

    private Admission enter(Semaphore lane) {
        if (!places.tryAcquire()) {
            throw Refusal.busy();
        }
        return new Admission(lane);
    }

    /** The room that one request takes up, until it is closed. */
    final class Admission implements AutoCloseable {

        private final Semaphore lane;
        private int held;

        private Admission(Semaphore lane) {
            this.lane = lane;
        }

        /**
         * Takes the room for a body of that many bytes.
         *
         * @throws Refusal when there is none
         */
        void reserve(long bytes) {
            int needed = Math.toIntExact((bytes + BLOCK_BYTES - 1) / BLOCK_BYTES) - held;
            if (needed > 0 && !blocks.tryAcquire(needed)) {
                throw Refusal.busy();
            }
            held += Math.max(0, needed);
        }

        /**
         * Does it when it is its turn.
         *
         * @throws Refusal when too many others wait
         */
        <T> T store(Supplier<T> work) {
            try {
                if (!lane.tryAcquire(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
                    throw Refusal.busy();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw Refusal.busy();
            }
            try {
                return work.get();
            } finally {
                lane.release();
            }
        }

        @Override
        public void close() {
            blocks.release(held);
            held = 0;
            places.release();
        }
    }
}
