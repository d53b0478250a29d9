package org.answerloop.report.model;

/**
 * What is counted, and the moment that puts it into a bucket. Every basis joins the conversation as {@code c}, counts
 * eligible conversations alone, and a row of it counts once.
 */
public enum Basis {
    /** Conversations in the bucket of their cohort day: when the customer agent first took part. */
    COHORT("conversation c", "c.first_part_at", "c.id"),
    /** Conversations that have a verdict, in the bucket of the deadline that it was given for. */
    VERDICT("conversation c", "c.verdict_deadline", "c.id"),
    /** Submissions of feedback, in the bucket of the submission. */
    FEEDBACK("feedback f join conversation c on c.id = f.conversation_id", "f.occurred_at", "f.id");

    private final String rows;
    private final String moment;
    private final String rowId;

    Basis(String rows, String moment, String rowId) {
        this.rows = rows;
        this.moment = moment;
        this.rowId = rowId;
    }

    /** The tables, as SQL. */
    public String rows() {
        return rows;
    }

    /** The moment of a row, as SQL; with the id of the row, the order of a list. */
    public String moment() {
        return moment;
    }

    /** What tells rows of the same moment apart, as SQL. */
    public String rowId() {
        return rowId;
    }
}
