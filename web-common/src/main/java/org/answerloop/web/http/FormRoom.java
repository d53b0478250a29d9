package org.answerloop.web.http;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that forms take up while they are being read, whoever sends them. */
final class FormRoom {

    private static final long MOST_BYTES = 32L * 1024 * 1024;

    private final AtomicLong taken = new AtomicLong();

    /** @return false, and nothing is taken, where there is not as much */
    boolean take(int bytes) {
        if (taken.addAndGet(bytes) > MOST_BYTES) {
            giveBack(bytes);
            return false;
        }
        return true;
    }

    void giveBack(int bytes) {
        taken.addAndGet(-bytes);
    }
}
