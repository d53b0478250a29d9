package org.answerloop.gap.model;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * A topic in the list.
 *
 * @param title the question that stands for it; empty for a moment after that question was redacted
 * @param phrases what its questions have in common
 * @param conversations in how many conversations one of its questions was asked
 * @param unresolved how many of these have the verdict that they were not resolved
 * @param settled how many conversations have a verdict at all, whatever was asked in them
 */
public record TopicRow(
        long id,
        String language,
        String title,
        String phrases,
        long conversations,
        long unresolved,
        long settled,
        Instant lastAskedAt) {

    private static final double POINTS = 100;

    /**
     * How many points the resolution rate would gain if the topic's conversations had been resolved: those that were not, per
     * hundred with a verdict. Nothing where no conversation has one.
     */
    public OptionalDouble impact() {
        return settled == 0 ? OptionalDouble.empty() : OptionalDouble.of(POINTS * unresolved / settled);
    }
}
