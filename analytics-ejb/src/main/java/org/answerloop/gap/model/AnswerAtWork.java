package org.answerloop.gap.model;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

import org.answerloop.gap.model.Proof.Cited;

/**
 * What is known of a published answer, from which follows whether it works.
 *
 * @param since when it was first published
 * @param before how often its question was asked in the {@link #WEEKS} weeks before its topic was resolved
 * @param after how often since
 * @param answeredAt when its topic was resolved; null where it answers none
 * @param cited within the {@link #DAYS} days
 */
public record AnswerAtWork(
        long id,
        String question,
        String language,
        Instant since,
        long before,
        long after,
        Instant answeredAt,
        Cited cited) {

    /** Verdicts of so many days are looked at. */
    public static final int DAYS = 90;

    /** So many weeks before and at most so many after are compared. */
    public static final int WEEKS = 8;

    /** From so many on, verdicts or questions say something. */
    public static final int ENOUGH = 5;

    /** A question that comes at most so often as before comes clearly less often. */
    public static final double CLEARLY_LESS = 0.5;

    private static final int WEEKS_UNTIL_KNOWN = 2;
    private static final double SECONDS_OF_A_WEEK = Duration.ofDays(7).toSeconds();

    /** What follows, and from what. */
    public enum Worth {
        /** Conversations that cite it are resolved at least as often as others. */
        RESOLVES(true),
        /** They are resolved less often. */
        RESOLVES_TOO_FEW(false),
        /** Its question comes clearly less often than before. */
        QUESTION_CEASES(true),
        /** Its question comes as often as before, or nearly. */
        QUESTION_COMES_AGAIN(false),
        /** Too little is known. */
        TOO_EARLY(null);

        private final Boolean works;

        Worth(Boolean works) {
            this.works = works;
        }

        /** Null where it is not known yet. */
        public Boolean works() {
            return works;
        }
    }

    /**
     * Verdicts say more than questions that do not come.
     *
     * @param overall the resolution rate of all conversations; empty where none has a verdict
     */
    public Worth worth(OptionalDouble overall, Instant now) {
        if (cited.settled() >= ENOUGH && overall.isPresent()) {
            return cited.resolutionRate().orElse(0) >= overall.getAsDouble() ? Worth.RESOLVES : Worth.RESOLVES_TOO_FEW;
        }
        double weeks = weeksSince(now);
        if (before < ENOUGH || weeks < WEEKS_UNTIL_KNOWN) {
            return Worth.TOO_EARLY;
        }
        return after / weeks <= CLEARLY_LESS * before / WEEKS ? Worth.QUESTION_CEASES : Worth.QUESTION_COMES_AGAIN;
    }

    private double weeksSince(Instant now) {
        return answeredAt == null
                ? 0
                : Math.min(WEEKS, Duration.between(answeredAt, now).toSeconds() / SECONDS_OF_A_WEEK);
    }

    /** How often its question comes in a week since it was answered; empty before the first week has passed. */
    public OptionalDouble afterInAWeek(Instant now) {
        double weeks = weeksSince(now);
        return weeks < 1 ? OptionalDouble.empty() : OptionalDouble.of(after / weeks);
    }

    /** How often it came in a week before. */
    public double beforeInAWeek() {
        return (double) before / WEEKS;
    }
}
