package org.answerloop.gap.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A topic in the list. Dismissed questions count in none of its figures.
 *
 * @param title the question that stands for it; empty for a moment after that question was redacted
 * @param phrases what its questions have in common
 * @param conversations in how many conversations one of its questions was asked
 * @param unresolved how many of these have the verdict that they were not resolved, and belong to the days of the filter by the
 *     customer agent's first part
 * @param settled how many conversations have a verdict at all, whatever was asked in them, under the same filter
 * @param lastAskedAt null where nothing was asked; where every question is dismissed, when the last of them was asked
 * @param weeks the latest weeks, the running one last
 */
public record TopicRow(
        long id,
        String language,
        String title,
        String phrases,
        Standing standing,
        long conversations,
        long unresolved,
        long settled,
        Instant lastAskedAt,
        List<Week> weeks) {

    private static final double POINTS = 100;

    public TopicRow {
        weeks = List.copyOf(weeks);
    }

    /**
     * In how many conversations one of the topic's questions was asked in a week.
     *
     * @param begins its first day, in the reporting zone
     */
    public record Week(LocalDate begins, long conversations) {}

    /**
     * How many points the resolution rate would gain if the topic's conversations had been resolved: those that were not, per
     * hundred with a verdict. Nothing where no conversation has one.
     */
    public OptionalDouble impact() {
        return settled == 0 ? OptionalDouble.empty() : OptionalDouble.of(POINTS * unresolved / settled);
    }
}
