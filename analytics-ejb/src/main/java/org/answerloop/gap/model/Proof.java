package org.answerloop.gap.model;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Whether an answer worked: how often its question was asked before there was the answer and after, and how conversations went
 * in which the answer was cited. Test and spam conversations do not count, nor do dismissed questions.
 *
 * @param since when the answer was there: from then on is after
 * @param topics how many topics it answers
 * @param weeks how often it was asked in each, the earliest first; those before come first
 * @param before how often it was asked in a week before; null where it never was
 * @param after how often it was asked in a week after; null where no week has passed yet
 */
public record Proof(Instant since, long topics, List<Week> weeks, Double before, Double after, Cited cited) {

    public Proof {
        weeks = List.copyOf(weeks);
    }

    /** Of the weeks, how often it was asked in the one where it was asked most often; at least 1. */
    public long most() {
        return weeks.stream().mapToLong(Week::questions).reduce(1, Math::max);
    }

    /**
     * Seven days.
     *
     * @param before whether they lie before the answer
     */
    public record Week(Instant from, long questions, boolean before) {}

    /**
     * The replies that cite an answer, and the conversations that they are in.
     *
     * @param settled how many of the conversations have a verdict
     * @param resolved how many of these are resolved
     */
    public record Cited(long replies, long conversations, long settled, long resolved) {

        public static final Cited NEVER = new Cited(0, 0, 0, 0);

        /** Empty where none of the conversations has a verdict. */
        public OptionalDouble resolutionRate() {
            return settled == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) resolved / settled);
        }
    }
}
