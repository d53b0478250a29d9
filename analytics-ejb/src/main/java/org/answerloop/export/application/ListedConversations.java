package org.answerloop.export.application;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.answerloop.export.model.ListWish;
import org.answerloop.kernel.PageCursor;
import org.answerloop.report.application.ReportSource;
import org.answerloop.report.application.ReportSource.FoundRows;
import org.answerloop.report.application.ReportSource.PagedRow;
import org.answerloop.report.model.ReportCalendar;
import org.answerloop.report.model.Rows;
import org.answerloop.report.model.RowsRequest.Order;
import org.answerloop.report.model.Span;
import org.answerloop.settings.Settings;

/** The conversations of a wish in chunks, found by key: the same that the page of the list shows, and as fast at its end. */
@ApplicationScoped
public class ListedConversations {

    private static final int CHUNK = 2_000;

    private ReportSource source;
    private ReportCalendar calendar;

    /** For the proxy. */
    protected ListedConversations() {}

    @Inject
    public ListedConversations(ReportSource source, Settings settings) {
        this.source = source;
        this.calendar = new ReportCalendar(settings.zone(), settings.weekStart());
    }

    /** Whether the list may hold something that occurred from the one moment to the other. */
    boolean mayList(ListWish wish, Instant first, Instant last) {
        Span span = span(wish);
        return first.isBefore(span.to()) && !last.isBefore(span.from());
    }

    private Span span(ListWish wish) {
        return wish.at() == null ? calendar.range(wish.filter()) : calendar.bucket(wish.filter(), wish.at());
    }

    /**
     * The latest first.
     *
     * @param position where the chunk before ended; null for the first chunk
     */
    FoundRows after(ListWish wish, PageCursor position) {
        Span span = span(wish);
        Rows rows = Rows.behind(wish.metric(), wish.key(), span, wish.filter());
        if (wish.search() != null) {
            return source.search(rows, wish.search(), Order.LATEST_FIRST, position, CHUNK);
        }
        List<PagedRow> found = source.conversations(rows, Order.LATEST_FIRST, position, CHUNK);
        return new FoundRows(
                found, found.size() < CHUNK ? null : found.get(CHUNK - 1).position());
    }
}
