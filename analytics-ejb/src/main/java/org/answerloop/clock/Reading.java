package org.answerloop.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * What both clocks said at the same moment.
 *
 * @param database what the database's said
 * @param own what this server's said
 * @param nanos the state of this server's counter, which no change of a clock moves
 * @param uncertainty how much the moments may lie apart: half of the time that the question took
 */
record Reading(Instant database, Instant own, long nanos, Duration uncertainty) {

    /** What the database's clock says when the counter stands there. */
    Instant databaseAt(long later) {
        return database.plusNanos(later - nanos);
    }

    /** How far this server's clock is ahead; negative where it is behind. */
    Duration ahead() {
        return Duration.between(database, own);
    }

    /** How far the clocks are apart for certain. */
    Duration atLeast() {
        Duration least = ahead().abs().minus(uncertainty);
        return least.isNegative() ? Duration.ZERO : least;
    }

    /** How far this server's clock was set since, in whichever direction. */
    Duration setSince(Instant ownNow, long nanosNow) {
        return Duration.between(own.plusNanos(nanosNow - nanos), ownNow).abs();
    }
}
