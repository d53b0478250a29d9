package org.answerloop.gap.application;

/** Since when an answer can be read back: only from then on it can change anything. */
final class FirstPublished {

    /** The answers that were ever published, and since when: {@code answer_id}, {@code since}. */
    static final String TABLE = "(select answer_id, min(published_at) as since from short_answer_revision"
            + " where published_at is not null group by answer_id)";

    /** Since when topic {@code t} has the answer {@code p}: it may be published later, by another editor. */
    static final String ANSWERED_AT = "greatest(t.settled_at, p.since)";

    private FirstPublished() {}
}
