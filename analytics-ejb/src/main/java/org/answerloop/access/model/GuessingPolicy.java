package org.answerloop.access.model;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * How long whoever tries passwords has to wait before the next one is looked at. Each try raises counts that leak with time
 * (a leaky bucket); a number of tries is free, and from there on each one doubles the wait, up to a bound. Where a person has
 * signed in before, only what is tried on their name from that very address counts: strangers cannot slow them down. Anywhere
 * else each try that is looked at begins another wait for all, so whoever tries most often gets most of the turns.
 */
public final class GuessingPolicy {

    private GuessingPolicy() {}

    /** What tries are counted by. */
    public enum Counted {
        /** One name from one address. */
        ACCOUNT_FROM_ADDRESS(5, Duration.ofMinutes(3), Duration.ofMinutes(1)),
        /** Any name from one address, behind which there may be a whole office. */
        ADDRESS(30, Duration.ofSeconds(30), Duration.ofMinutes(1)),
        /** One name from all addresses that are strange to it. */
        ACCOUNT(20, Duration.ofSeconds(45), Duration.ofSeconds(30)),
        /** Any name from all addresses that are strange to it. */
        ALL(300, Duration.ofSeconds(3), Duration.ofSeconds(1));

        private final int free;
        private final Duration leak;
        private final Duration longestWait;

        Counted(int free, Duration leak, Duration longestWait) {
            this.free = free;
            this.leak = leak;
            this.longestWait = longestWait;
        }

        /** The longest that it ever makes anybody wait. */
        public Duration longestWait() {
            return longestWait;
        }

        /** How long after its last try nothing is left of a count, however high it was. */
        public Duration forgottenAfter() {
            return leak.multipliedBy((long) highest());
        }

        private double highest() {
            return free + 7.0;
        }
    }

    /**
     * A count as it was when it was last raised.
     *
     * @param level tries that have not leaked away
     */
    public record Count(double level, Instant at) {

        /** Nothing was tried. */
        public static Count none(Instant now) {
            return new Count(0, now);
        }
    }

    /** @param known whether the person has signed in from the address before */
    public static Set<Counted> counted(boolean known) {
        return known ? EnumSet.of(Counted.ACCOUNT_FROM_ADDRESS) : EnumSet.allOf(Counted.class);
    }

    /** The count after one more try. */
    public static Count raised(Counted by, Count before, Instant now) {
        return new Count(Math.min(left(by, before, now) + 1, by.highest()), now);
    }

    /** How long until the next try is looked at; zero where it is at once. */
    public static Duration wait(Counted by, Count count, Instant now) {
        double beyond = Math.floor(count.level() - by.free);
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofSeconds(1L << (int) beyond);
        Duration bounded = pause.compareTo(by.longestWait) > 0 ? by.longestWait : pause;
        Duration wait = Duration.between(now, count.at().plus(bounded));
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        // A count from the future, of a server whose clock is fast, makes nobody wait for longer.
        return wait.compareTo(bounded) > 0 ? bounded : wait;
    }

    /** How long until all of them let the next try pass. */
    public static Duration wait(Map<Counted, Count> counts, Instant now) {
        return counts.entrySet().stream()
                .map(entry -> wait(entry.getKey(), entry.getValue(), now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static double left(Counted by, Count count, Instant now) {
        Duration passed = Duration.between(count.at(), now);
        return passed.isNegative()
                ? count.level()
                : Math.max(0, count.level() - (double) passed.toMillis() / by.leak.toMillis());
    }
}
