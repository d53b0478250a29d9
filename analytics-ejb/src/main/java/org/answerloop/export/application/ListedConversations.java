package org.answerloop.export.application;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.answerloop.export.model.ListWish;
import org.answerloop.kernel.PageCursor;
import org.answerloop.report.application.ReportSource;
import org.answerloop.report.application.ReportSource.PagedRow;
import org.answerloop.report.model.ReportCalendar;
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

    /**
     * The latest first.
     *
     * @param last the last row of the chunk before; null for the first chunk
     * @return no rows where there are no more
     */
    List<PagedRow> after(ListWish wish, PagedRow last) {
        Span span = wish.at() == null ? calendar.range(wish.filter()) : calendar.bucket(wish.filter(), wish.at());
        PageCursor position = last == null ? null : last.position();
        String key = wish.metric().dimension().isPresent() ? wish.key() : null;
        return source.conversations(wish.metric(), key, span, wish.filter(), position, CHUNK);
    }
}
