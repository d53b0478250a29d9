package org.answerloop.report.infrastructure;

import java.util.ArrayList;
import java.util.List;

import org.answerloop.kernel.PageCursor;
import org.answerloop.report.application.ReportSource.FoundRows;
import org.answerloop.report.application.ReportSource.PagedRow;

/**
 * Looks through a list for a text, a stretch at a time, and no further than a person waits for: what is left is looked
 * through from the next page on.
 */
final class RowSearch {

    private static final int STRETCH = 1_000;
    private static final int STRETCHES = 20;

    private final ConversationQuery query;
    private final MessageQuery messages;

    RowSearch(ConversationQuery query, MessageQuery messages) {
        this.query = query;
        this.messages = messages;
    }

    FoundRows search(String text, PageCursor after, int limit) {
        List<PagedRow> found = new ArrayList<>();
        PageCursor position = after;
        for (int stretch = 0; stretch < STRETCHES; stretch++) {
            List<PagedRow> looked = query.page(position, STRETCH);
            found.addAll(messages.saying(text, looked));
            if (found.size() > limit) {
                List<PagedRow> shown = found.subList(0, limit);
                return new FoundRows(
                        messages.withQuestions(shown), shown.get(limit - 1).position());
            }
            if (looked.size() < STRETCH) {
                return new FoundRows(messages.withQuestions(found), null);
            }
            position = looked.get(looked.size() - 1).position();
        }
        return new FoundRows(messages.withQuestions(found), position);
    }
}
