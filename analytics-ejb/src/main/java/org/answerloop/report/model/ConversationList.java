package org.answerloop.report.model;

import java.util.List;

/**
 * One page of the conversations behind a figure, the latest first.
 *
 * @param next asks for the page after this one; null on the last
 * @param total how many there are on all pages: the figure itself, or the denominator of a rate
 */
public record ConversationList(List<ConversationRow> rows, String next, long total) {

    public ConversationList {
        rows = List.copyOf(rows);
    }
}
