package org.answerloop.report.infrastructure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.answerloop.kernel.PageCursor;
import org.answerloop.report.application.ReportSource;
import org.answerloop.report.application.RollupStore;
import org.answerloop.report.application.RollupStore.Readable;
import org.answerloop.report.infrastructure.DirectTallies.Place;
import org.answerloop.report.model.Cell;
import org.answerloop.report.model.Dimension;
import org.answerloop.report.model.FilterChoices;
import org.answerloop.report.model.Needs;
import org.answerloop.report.model.ReportCalendar;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.Rows;
import org.answerloop.report.model.RowsRequest.Order;
import org.answerloop.report.model.Span;
import org.answerloop.report.model.Tally;
import org.answerloop.settings.Settings;

/**
 * Reads the days that were counted before, and counts the others directly: those on which something changed since, and
 * parts of days. So a figure is what its conversations say at this moment, however far the refresh is. Where the latest
 * generation was counted otherwise than this server counts, all is counted directly.
 */
@ApplicationScoped
public class RollupReportSource implements ReportSource {

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    private ConversationReportSource direct;
    private RollupStore store;
    private ReportCalendar calendar;

    /** For the container. */
    protected RollupReportSource() {}

    @Inject
    public RollupReportSource(ConversationReportSource direct, RollupStore store, Settings settings) {
        this.direct = direct;
        this.store = store;
        this.calendar = new ReportCalendar(settings.zone(), settings.weekStart());
    }

    /** Outside of a container. */
    public RollupReportSource(DataSource dataSource, Settings settings) {
        this(new ConversationReportSource(dataSource, settings), new RollupTables(dataSource), settings);
        this.dataSource = dataSource;
    }

    @Override
    public List<Tally> tallies(Needs needs, Dimension dimension, List<Span> spans, ReportFilter filter) {
        Optional<Readable> readable = readable();
        if (readable.isEmpty()) {
            return direct.tallies(needs, dimension, spans, filter);
        }
        DayCut cut = new DayCut(calendar, readable.get().stale(), spans);
        Map<Place, Tally> tallies = new HashMap<>();
        new RollupQuery(dataSource, readable.get().generation(), Cell.of(filter))
                .tallies(needs, dimension, cut.whole().keySet())
                .forEach(day -> cut.whole()
                        .get(day.day())
                        .forEach(span -> add(tallies, new Tally(span, day.key(), day.name(), day.counts()))));
        direct.tallies(needs, dimension, cut.rest(), filter)
                .forEach(part ->
                        add(tallies, new Tally(cut.owner(part.span()), part.key(), part.name(), part.counts())));
        return new ArrayList<>(tallies.values());
    }

    private static void add(Map<Place, Tally> tallies, Tally tally) {
        tallies.merge(new Place(tally.span(), tally.key()), tally, Tally::plus);
    }

    @Override
    public Optional<LocalDate> earliestPending(ReportFilter filter) {
        Optional<Readable> readable = readable();
        if (readable.isEmpty()) {
            return direct.earliestPending(filter);
        }
        DayCut cut = new DayCut(calendar, readable.get().stale(), List.of());
        Optional<LocalDate> counted = new RollupQuery(dataSource, readable.get().generation(), Cell.of(filter))
                .pendingDays().stream().filter(day -> !cut.isStale(day)).findFirst();
        Optional<LocalDate> stale = direct.earliestPending(filter, cut.staleSpans());
        return Stream.of(counted, stale).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    @Override
    public List<PagedRow> conversations(Rows rows, Order order, PageCursor after, int limit) {
        return direct.conversations(rows, order, after, limit);
    }

    @Override
    public FoundRows search(Rows rows, String text, Order order, PageCursor after, int limit) {
        return direct.search(rows, text, order, after, limit);
    }

    @Override
    public FilterChoices choices() {
        return readable().map(this::choices).orElseGet(direct::choices);
    }

    private FilterChoices choices(Readable readable) {
        DayCut cut = new DayCut(calendar, readable.stale(), List.of());
        Choices choices = new Choices();
        new RollupChoices(dataSource, readable.generation(), cut.staleDays()).addTo(choices);
        new ChoicesQuery(dataSource).addTo(choices, cut.staleSpans());
        return choices.toFilterChoices();
    }

    private Optional<Readable> readable() {
        return store.readable().filter(readable -> readable.generation().isAsCountedIn(calendar.zone()));
    }
}
