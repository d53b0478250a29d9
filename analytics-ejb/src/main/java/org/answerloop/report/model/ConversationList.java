package org.answerloop.report.model;

import java.util.List;

/**
 * One page of the conversations behind a figure.
 *
 * @param next asks for the page after this one; null on the last. Where something is searched for, a page may hold fewer
 *     rows than asked for, or none, and still have a next one: so much was looked through in one go
 * @param total how many there are on all pages, found or not: the figure itself, or the denominator of a rate
 */
public record ConversationList(List<ConversationRow> rows, String next, long total) {

    public ConversationList {
        rows = List.copyOf(rows);
    }
}
