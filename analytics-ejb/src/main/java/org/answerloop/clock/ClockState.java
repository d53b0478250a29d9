package org.answerloop.clock;

import java.time.Duration;

/**
 * How this server's clock compares with the database's.
 *
 * @param compared whether it was compared yet
 * @param ahead how far this server's is ahead; negative where it is behind
 * @param agrees whether the difference is small enough for work that several servers share
 */
public record ClockState(boolean compared, Duration ahead, boolean agrees) {

    static final ClockState UNKNOWN = new ClockState(false, Duration.ZERO, false);

    /** In words, for the log and for readiness. */
    public String sentence() {
        if (!compared) {
            return "This server's clock was not compared with the database's yet.";
        }
        double seconds = Math.abs(ahead.toMillis()) / 1000.0;
        return "This server's clock is " + seconds + " s " + (ahead.isNegative() ? "behind" : "ahead of")
                + " the database's.";
    }
}
