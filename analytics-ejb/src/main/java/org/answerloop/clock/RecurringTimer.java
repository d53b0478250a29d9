package org.answerloop.clock;

import java.time.Duration;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

import org.answerloop.kernel.DatabaseOutage;

import static java.lang.System.Logger.Level.WARNING;

/**
 * Wakes work behind the scenes, and again some time after it is done; what is to be done stands in the tables. While this
 * server's clock is wrong it rests. Each wait is one of its own, for so long from now: the containers' intervals and
 * schedules go by the time of day, and stand still for an hour where the clock is set back by one.
 */
public abstract class RecurringTimer {

    private static final System.Logger LOG = System.getLogger(RecurringTimer.class.getName());

    private static final TimerConfig OF_THIS_START = new TimerConfig(null, false);

    /** What failed, as it does without a database, is tried again soon. */
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(5);

    @Resource
    private TimerService timers;

    @Inject
    private ClockComparison clocks;

    private int failures;
    private boolean outage;

    /** What it wakes. */
    protected abstract void work();

    /** From the end of the work to its next beginning. */
    protected abstract Duration interval();

    /** Until it works for the first time. */
    protected Duration first() {
        return interval();
    }

    /** Whether the work has nothing to do with time, so that it goes on by whatever clock. */
    protected boolean goesByNoClock() {
        return false;
    }

    @PostConstruct
    void begin() {
        wakeIn(first());
    }

    @Timeout
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void wake() {
        try {
            if (goesByNoClock() || clocks.state().agrees()) {
                work();
            }
            failures = 0;
        } catch (RuntimeException | Error e) {
            // An error, too: the container would wake it once more by itself, and it would go on twice.
            note(e);
        } finally {
            wakeIn(failures == 0 ? interval() : afterFailures());
        }
    }

    /** Twice as long each time, up to the interval; an outage of the database ends for everybody at once. */
    private Duration afterFailures() {
        Duration longest = outage ? AFTER_A_FAILURE : interval();
        Duration wait = AFTER_A_FAILURE.multipliedBy(1L << Math.min(failures - 1, 16));
        return wait.compareTo(longest) < 0 ? wait : max(longest, AFTER_A_FAILURE);
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** An outage is one line, however long it is; of whatever else fails again and again, each line is of twice as many times. */
    private void note(Throwable failure) {
        String name = getClass().getSimpleName();
        boolean away = DatabaseOutage.isBehind(failure);
        failures = away == outage ? failures + 1 : 1;
        outage = away;
        if (outage && failures == 1) {
            LOG.log(WARNING, "{0} waits for the database: {1}", name, failure.getMessage());
        } else if (!outage && Integer.bitCount(failures) == 1) {
            LOG.log(WARNING, name + " failed " + failures + " times, and is tried again.", failure);
        }
    }

    private void wakeIn(Duration time) {
        timers.createSingleActionTimer(time.toMillis(), OF_THIS_START);
    }
}
