package org.answerloop.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * The database's clock, without asking it each time: what it said last, and the time that has gone by since on this server's
 * counter. This server's own clock has no part in it, and may be wrong or be set meanwhile.
 */
final class DatabaseClock extends Clock {

    private final Clock own;
    private final LongSupplier counter;
    private final ZoneId zone = ZoneOffset.UTC;
    private volatile Reading last;

    /**
     * @param own of this server, for as long as the database has said nothing
     * @param counter of nanoseconds
     */
    DatabaseClock(Clock own, LongSupplier counter) {
        this.own = own;
        this.counter = counter;
    }

    void follow(Reading reading) {
        last = reading;
    }

    @Override
    public Instant instant() {
        Reading reading = last;
        return reading == null ? own.instant() : reading.databaseAt(counter.getAsLong());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new Zoned(this, other);
    }

    private static final class Zoned extends Clock {

        private final Clock clock;
        private final ZoneId zone;

        Zoned(Clock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Zoned(clock, other);
        }
    }
}
