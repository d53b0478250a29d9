package org.answerloop.report.model;

/**
 * What every figure is made of: a count, or a sum, of the rows of a {@link Basis} that meet a condition. Measures add up:
 * those of a week are the sum of those of its days, so they can be kept by day as well as taken from the conversations.
 */
public enum Measure {
    /** The customer agent took part. */
    HANDLED("c.first_part_at is not null"),
    /** Handled, and a verdict was given. */
    SETTLED("c.outcome is not null"),
    /** Handled, and the verdict is still to come. */
    PENDING("c.first_part_at is not null and c.outcome is null"),
    RESOLVED("c.outcome = 'RESOLVED'"),
    /** Settled, and no human was involved up to the deadline. */
    DEFLECTED("c.outcome is not null and c.deflected"),
    /** The milliseconds from the start to the last agent reply, over the resolved conversations. */
    RESOLUTION_MILLIS("c.outcome = 'RESOLVED'", "c.resolution_millis"),
    /** Feedback of either rating. */
    RATED("f.rating is not null"),
    /** Feedback that says the answer helped. */
    HELPFUL("f.rating = 'HELPFUL'");

    private final String condition;
    private final String summed;

    Measure(String condition) {
        this(condition, null);
    }

    Measure(String condition, String summed) {
        this.condition = condition;
        this.summed = summed;
    }

    /** Which rows count, as SQL. */
    public String condition() {
        return condition;
    }

    /** The measure over many rows, as SQL. */
    public String aggregate() {
        return summed == null
                ? "count(*) filter (where " + condition + ")"
                : "coalesce(sum(" + summed + ") filter (where " + condition + "), 0)";
    }
}
