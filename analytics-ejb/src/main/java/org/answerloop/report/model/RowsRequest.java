package org.answerloop.report.model;

import java.util.Optional;

/**
 * Which page of a list of conversations, and in which order.
 *
 * @param search what has to stand in a message of the conversation, whatever the case; null or blank for anything
 * @param cursor {@link ConversationList#next()} of the page before; null or blank for the first
 * @param limit at least 1; more than {@link #LONGEST} is taken as that
 */
public record RowsRequest(Order order, String search, String cursor, int limit) {

    /** The most conversations of one page. */
    public static final int LONGEST = 1_000;

    /** By the moment at which a row counts. */
    public enum Order {
        LATEST_FIRST,
        EARLIEST_FIRST
    }

    public RowsRequest {
        limit = Math.max(1, Math.min(limit, LONGEST));
    }

    /** The latest, without a search. */
    public static RowsRequest latest(String cursor, int limit) {
        return new RowsRequest(Order.LATEST_FIRST, null, cursor, limit);
    }

    /** What is searched for; empty for anything. */
    public Optional<String> wanted() {
        return Optional.ofNullable(search).map(String::strip).filter(text -> !text.isEmpty());
    }
}
