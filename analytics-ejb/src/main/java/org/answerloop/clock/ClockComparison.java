package org.answerloop.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

/**
 * Compares this server's clock with the database's, and gives everybody the database's: what several servers decide together
 * goes by one clock. Where this server's own is wrong, its timers rest all the same: what else goes by it, such as the
 * age of files and of sign-ins, nobody can mend but who sets it.
 */
@ApplicationScoped
public class ClockComparison {

    /** Clocks that are synchronized differ by far less. */
    public static final Duration TOLERANCE = Duration.ofSeconds(5);

    private static final System.Logger LOG = System.getLogger(ClockComparison.class.getName());

    /** An answer that took longer is asked for again, since nobody knows when in that time it was given. */
    private static final Duration QUICK = Duration.ofMillis(100);

    private static final int TRIES = 3;

    /** What took longer says less than what was read before. */
    private static final Duration USABLE = Duration.ofSeconds(1);

    /** A clock that was set by more is looked at at once. */
    private static final Duration SET = Duration.ofSeconds(1);

    private final Clock own;
    private final LongSupplier counter;
    private final DatabaseClock shared;
    private final Supplier<Instant> database;
    private volatile Reading last;
    private volatile ClockState state = ClockState.UNKNOWN;

    /** For the container. */
    protected ClockComparison() {
        this(null);
    }

    @Inject
    public ClockComparison(DatabaseTime database) {
        this(Clock.systemUTC(), System::nanoTime, () -> database.read());
    }

    ClockComparison(Clock own, LongSupplier counter, Supplier<Instant> database) {
        this.own = own;
        this.counter = counter;
        this.database = database;
        this.shared = new DatabaseClock(own, counter);
    }

    @PostConstruct
    void begin() {
        compare();
    }

    /** The clock that everybody is given. */
    @Produces
    @Singleton
    Clock clock() {
        return shared;
    }

    /** Asks the database what time it is. Where it does not answer, what it said last goes on. */
    public synchronized void compare() {
        try {
            Reading best = read();
            for (int tries = 1; tries < TRIES && best.uncertainty().compareTo(QUICK) > 0; tries++) {
                Reading again = read();
                best = again.uncertainty().compareTo(best.uncertainty()) < 0 ? again : best;
            }
            if (last != null && best.uncertainty().compareTo(USABLE) > 0) {
                LOG.log(DEBUG, "The database took too long to say what time it is; what it said before goes on.");
                last = new Reading(shared.instant(), own.instant(), counter.getAsLong(), last.uncertainty());
                Duration ahead = last.ahead();
                conclude(new ClockState(true, ahead, ahead.abs().compareTo(TOLERANCE) <= 0));
                return;
            }
            last = best;
            shared.follow(best);
            conclude(new ClockState(true, best.ahead(), best.atLeast().compareTo(TOLERANCE) <= 0));
        } catch (RuntimeException e) {
            LOG.log(WARNING, "The database was not heard of when it was asked for the time: {0}", e.getMessage());
        }
    }

    /** How the clocks compared last; anew, where this server's was set since. */
    public ClockState state() {
        Reading reading = last;
        if (reading == null
                || reading.setSince(own.instant(), counter.getAsLong()).compareTo(SET) > 0) {
            compare();
        }
        return state;
    }

    private Reading read() {
        long asked = counter.getAsLong();
        Instant theirs = database.get();
        long answered = counter.getAsLong();
        Instant ours = own.instant();
        Duration half = Duration.ofNanos((answered - asked) / 2);
        return new Reading(theirs.plus(half), ours, answered, half);
    }

    private void conclude(ClockState next) {
        ClockState before = state;
        state = next;
        if (!next.agrees() && (before.agrees() || !before.compared())) {
            LOG.log(
                    WARNING,
                    "{0} Beyond {1} s its timers rest, and others work for it. Have both synchronized (NTP).",
                    next.sentence(),
                    TOLERANCE.toSeconds());
        } else if (next.agrees() && before.compared() && !before.agrees()) {
            LOG.log(INFO, "This server's clock agrees with the database's again; its timers go on.");
        }
    }
}
