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
import org.answerloop.report.application.ReportSource.Snapshot;
import org.answerloop.report.model.ReportCalendar;
import org.answerloop.report.model.Rows;
import org.answerloop.report.model.RowsRequest.Order;
import org.answerloop.report.model.Span;
import org.answerloop.settings.Settings;

/** The conversations of a wish as of one moment, in chunks that are found by key: the same that the page of the list shows, and
 * as fast at its end. */
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

    /** Begins to read, as of this moment; to be closed when the last chunk is read. */
    public Listing list(ListWish wish) {
        return new Listing(wish, source.snapshot());
    }

    /** One list, chunk by chunk, for the thread that began it; what changes meanwhile is not in it. */
    public final class Listing implements AutoCloseable {

        private final ListWish wish;
        private final Snapshot snapshot;

        private Listing(ListWish wish, Snapshot snapshot) {
            this.wish = wish;
            this.snapshot = snapshot;
        }

        /**
         * The latest first.
         *
         * @param position where the chunk before ended; null for the first chunk
         */
        public FoundRows after(PageCursor position) {
            Rows rows = Rows.behind(wish.metric(), wish.key(), span(wish), wish.filter());
            if (wish.search() != null) {
                return snapshot.search(rows, wish.search(), Order.LATEST_FIRST, position, CHUNK);
            }
            List<PagedRow> found = snapshot.conversations(rows, Order.LATEST_FIRST, position, CHUNK);
            return new FoundRows(
                    found, found.size() < CHUNK ? null : found.get(CHUNK - 1).position());
        }

        @Override
        public void close() {
            snapshot.close();
        }
    }
}
