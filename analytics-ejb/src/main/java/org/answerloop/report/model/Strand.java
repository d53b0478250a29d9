package org.answerloop.report.model;

import java.util.List;

/**
 * Rows that are counted, and the moment that puts each of them into a day. Every strand joins the conversation as
 * {@code c}, counts eligible conversations alone, and a row of it counts once.
 */
public enum Strand {
    /** Conversations in which the customer agent took part, when it first did: the cohort. */
    FIRST_PART("conversation c", "c.first_part_at", "c.id", "c.first_part_at is not null"),
    /** Conversations without the customer agent, when they started. */
    START("conversation c", "c.began_at", "c.id", "c.first_part_at is null"),
    /** Conversations that have a verdict, at the deadline that it was given for. */
    DEADLINE("conversation c", "c.verdict_deadline", "c.id", "c.outcome is not null"),
    /** Conversations whose latest closing was that of a teammate, when they were closed. */
    CLOSING("conversation c", "c.closed_at", "c.id", "c.closed_by_kind = 'TEAMMATE'"),
    /** Submissions of feedback, when they were given. */
    FEEDBACK("feedback f join conversation c on c.id = f.conversation_id", "f.occurred_at", "f.id", "f.id is not null");

    private final String rows;
    private final String moment;
    private final String rowId;
    private final String condition;

    Strand(String rows, String moment, String rowId, String condition) {
        this.rows = rows;
        this.moment = moment;
        this.rowId = rowId;
        this.condition = condition;
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

    /**
     * The order of a list, as columns in SQL: the moment and the id. What all rows of a strand have in common stands before
     * them where the index of the strand begins with it.
     */
    public List<String> order() {
        return this == START ? List.of("c.first_part_at", moment, rowId) : List.of(moment, rowId);
    }

    /** Which rows belong to it, as SQL. */
    public String condition() {
        return condition;
    }
}
