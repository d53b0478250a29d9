package org.answerloop.report.model;

/**
 * What every figure is made of: a count, or a sum, of the rows of a {@link Strand} that meet a condition. Measures add up:
 * those of a week are the sum of those of its days, so they can be kept by day as well as taken from the conversations.
 */
public enum Measure {
    /** The customer agent took part. */
    HANDLED(Strand.FIRST_PART, "c.first_part_at is not null"),
    /** Handled, and a verdict was given. */
    SETTLED(Strand.FIRST_PART, "c.outcome is not null"),
    /** Handled, and the verdict is still to come. */
    PENDING(Strand.FIRST_PART, "c.outcome is null"),
    RESOLVED(Strand.FIRST_PART, "c.outcome = 'RESOLVED'"),
    /** Settled, and no human was involved up to the deadline. */
    DEFLECTED(Strand.FIRST_PART, "c.outcome is not null and c.deflected"),
    /** Deflected without being resolved. */
    ANSWERED(Strand.FIRST_PART, "c.outcome = 'NOT_RESOLVED' and c.deflected"),
    /** Settled, and a human was involved up to the deadline. */
    WITH_HUMAN(Strand.FIRST_PART, "c.outcome is not null and not c.deflected"),
    /** The milliseconds from the start to the last agent reply, over the resolved conversations. */
    RESOLUTION_MILLIS(Strand.FIRST_PART, "c.outcome = 'RESOLVED'", "c.resolution_millis"),
    /** Handled, and handed off to a human at some time. */
    HANDED_OFF(Strand.FIRST_PART, "c.first_handoff_at is not null"),
    /** The first handoff was decided by the customer agent. */
    HANDED_OFF_BY_AGENT(Strand.FIRST_PART, "c.first_handoff_trigger = 'AGENT'"),
    /** The first handoff was decided by an automation. */
    HANDED_OFF_BY_RULE(Strand.FIRST_PART, "c.first_handoff_trigger = 'RULE'"),
    /** The first handoff was a reassignment by hand. */
    HANDED_OFF_MANUALLY(Strand.FIRST_PART, "c.first_handoff_trigger = 'MANUAL'"),
    /** Pending, and not handed off up to now. */
    PENDING_WITHOUT_HANDOFF(Strand.FIRST_PART, "c.outcome is null and c.first_handoff_at is null"),
    /** Handed off, and the latest closing closed the ticket. */
    CONVERTED(Strand.FIRST_PART, "c.first_handoff_at is not null and c.ticket_closed"),
    /** The milliseconds from the assignment of the customer agent to the closing, over the converted conversations. */
    CONVERSION_MILLIS(
            Strand.FIRST_PART,
            CONVERTED.condition,
            "greatest(0, floor(extract(epoch from (c.closed_at - coalesce(c.assigned_at, c.first_part_at))) * 1000))"),
    /** Eligible, and the customer agent took no part. */
    NOT_HANDLED(Strand.START, "c.first_part_at is null"),
    /** A verdict was given, by its deadline. */
    DECIDED(Strand.DEADLINE, "c.outcome is not null"),
    DECIDED_RESOLVED(Strand.DEADLINE, "c.outcome = 'RESOLVED'"),
    DECIDED_DEFLECTED(Strand.DEADLINE, "c.deflected"),
    /** As {@link #RESOLUTION_MILLIS}, by the deadline. */
    DECIDED_MILLIS(Strand.DEADLINE, "c.outcome = 'RESOLVED'", "c.resolution_millis"),
    CLOSED_BY_TEAMMATE(Strand.CLOSING, "c.closed_by_kind = 'TEAMMATE'"),
    /** Feedback of either rating. */
    RATED(Strand.FEEDBACK, "f.rating is not null"),
    /** Feedback that says the answer helped. */
    HELPFUL(Strand.FEEDBACK, "f.rating = 'HELPFUL'"),
    /** Feedback that says the answer did not help. */
    NOT_HELPFUL(Strand.FEEDBACK, "f.rating = 'NOT_HELPFUL'");

    private final Strand strand;
    private final String condition;
    private final String summed;

    Measure(Strand strand, String condition) {
        this(strand, condition, null);
    }

    Measure(Strand strand, String condition, String summed) {
        this.strand = strand;
        this.condition = condition;
        this.summed = summed;
    }

    /** The rows that it counts among. */
    public Strand strand() {
        return strand;
    }

    /** Which rows of the strand count, as SQL. */
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
