package org.answerloop.report.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

import org.answerloop.kernel.PageCursor;
import org.answerloop.report.application.ReportSource.FoundRows;
import org.answerloop.report.application.ReportSource.PagedRow;
import org.answerloop.report.application.ReportSource.Reading;
import org.answerloop.report.model.Bucket;
import org.answerloop.report.model.ConversationList;
import org.answerloop.report.model.Counted;
import org.answerloop.report.model.Counts;
import org.answerloop.report.model.Dimension;
import org.answerloop.report.model.FilterChoices;
import org.answerloop.report.model.Formula;
import org.answerloop.report.model.Impact;
import org.answerloop.report.model.ImpactFigure;
import org.answerloop.report.model.Measure;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.Needs;
import org.answerloop.report.model.Report;
import org.answerloop.report.model.ReportCalendar;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.Rows;
import org.answerloop.report.model.RowsRequest;
import org.answerloop.report.model.Span;
import org.answerloop.report.model.Tally;
import org.answerloop.report.model.Tile;
import org.answerloop.settings.Settings;

/**
 * The figures, and the conversations behind them, for whoever has been let in already: people by {@link Reports}, programs
 * by their key, and what the server does in somebody's name.
 */
@Stateless
public class Figures {

    private ReportSource source;
    private ReportCalendar calendar;
    private Clock clock;

    /** For the container, which asks for it. */
    public Figures() {}

    @Inject
    public Figures(ReportSource source, Settings settings, Clock clock) {
        this.source = source;
        this.calendar = new ReportCalendar(settings.zone(), settings.weekStart());
        this.clock = clock;
    }

    /** The metric over the range of the filter, as a total and as a series. A series of counts adds up to the total. */
    public Report report(Metric metric, ReportFilter filter) {
        return reports(EnumSet.of(metric), filter).get(metric);
    }

    /** Several metrics at once: together they are counted as fast as one of them. */
    public Map<Metric, Report> reports(Set<Metric> metrics, ReportFilter filter) {
        Instant now = clock.instant();
        List<Span> buckets = calendar.buckets(filter);
        Reading reading = source.read(filter);
        LocalDate settledUntil = settledUntil(reading, now);
        List<Tally> tallies = reading.tallies(needs(metrics), null, buckets);
        Map<Dimension, List<Tally>> byKey = new EnumMap<>(Dimension.class);
        needsByKey(metrics)
                .forEach((dimension, needs) -> byKey.put(dimension, reading.tallies(needs, dimension, buckets)));
        Map<Metric, Report> reports = new EnumMap<>(Metric.class);
        for (Metric metric : metrics) {
            List<Tally> ofKeys = metric.dimension().map(byKey::get).orElse(List.of());
            Counted counted = new Counted(metric, buckets, tallies, ofKeys);
            reports.put(
                    metric,
                    new Report(
                            metric,
                            filter.from(),
                            filter.to(),
                            filter.bucket(),
                            calendar.zone(),
                            settledUntil,
                            now,
                            counted.total(),
                            counted.totals(),
                            counted.names(),
                            counted.series()));
        }
        return reports;
    }

    /** What happened since the week began, beside the same span of the week before; the dates of the filter are not heeded. */
    public Impact impact(ReportFilter filter) {
        Instant now = clock.instant();
        Span before = calendar.weekBeforeSoFar(now);
        Span current = calendar.weekSoFar(now);
        Needs needs = Arrays.stream(ImpactFigure.values())
                .map(figure -> figure.formula().needs())
                .reduce(Needs.NOTHING, Needs::plus);
        Map<Integer, Counts> counts = new HashMap<>();
        source.read(filter)
                .tallies(needs, null, List.of(before, current))
                .forEach(tally -> counts.put(tally.span(), tally.counts()));
        List<Tile> tiles = new ArrayList<>();
        for (ImpactFigure figure : ImpactFigure.values()) {
            Formula formula = figure.formula();
            tiles.add(new Tile(
                    figure.key(),
                    formula.unit(),
                    formula.of(counts.getOrDefault(1, Counts.NONE)),
                    formula.of(counts.getOrDefault(0, Counts.NONE))));
        }
        return new Impact(current.from(), current.to(), before.from(), before.to(), tiles);
    }

    /**
     * Exactly the conversations behind a figure, as {@link Metric} says for each: of a count those that it counts, of a
     * rate those of its denominator.
     *
     * @param bucket any date of the bucket; null for the whole range
     * @param key a key or a part; null for all; not heeded where the metric has neither
     * @throws org.answerloop.kernel.UnknownCursorException when the cursor is not one that a page gave
     */
    public ConversationList conversations(
            Metric metric, ReportFilter filter, LocalDate bucket, String key, RowsRequest page) {
        Span span = bucket == null ? calendar.range(filter) : calendar.bucket(filter, bucket);
        return list(Rows.behind(metric, key, span, filter), page);
    }

    /**
     * Exactly the conversations behind a figure of the impact.
     *
     * @param from of {@link Impact}: the current span or the one before, so that the list is that of the figure that was
     *     shown and not of a later one
     * @param to excluded
     * @throws org.answerloop.kernel.UnknownCursorException when the cursor is not one that a page gave
     */
    public ConversationList conversations(
            ImpactFigure figure, Instant from, Instant to, ReportFilter filter, RowsRequest page) {
        Span span = new Span(calendar.dateOf(from), from, to);
        return list(Rows.behind(figure, span, filter), page);
    }

    /**
     * How many conversations have a verdict: the denominator of the resolution rate, over any stretch of time.
     *
     * @param from when the customer agent first took part, or later; null for ever
     * @param to before then; null for ever
     * @param channel null for all
     * @param agent the id of the customer agent; null for all
     */
    public long settled(Instant from, Instant to, String channel, String agent) {
        Set<Measure> settled = Metric.RESOLUTION_RATE.formula().counted();
        Reading reading = source.read(new ReportFilter(today(), today(), Bucket.DAY, channel, agent, null));
        return reading.extent().stream()
                .map(all -> new Span(all.name(), from == null ? all.from() : from, to == null ? all.to() : to))
                .flatMap(span -> reading.tallies(new Needs(settled, false), null, List.of(span)).stream())
                .mapToLong(tally -> tally.counts().of(settled))
                .sum();
    }

    /** The local date, in the reporting zone. */
    public LocalDate today() {
        return calendar.dateOf(clock.instant());
    }

    /** The reporting zone. */
    public ZoneId zone() {
        return calendar.zone();
    }

    /** What the filter can be set to. */
    public FilterChoices choices() {
        return source.choices();
    }

    private ConversationList list(Rows rows, RowsRequest page) {
        Optional<String> wanted = page.wanted();
        PageCursor after = page.cursor() == null || page.cursor().isBlank() ? null : PageCursor.parse(page.cursor());
        FoundRows found = wanted.isPresent()
                ? source.search(rows, wanted.get(), page.order(), after, page.limit())
                : next(rows, page, after);
        return new ConversationList(
                found.rows().stream().map(PagedRow::row).toList(),
                found.next() == null ? null : found.next().text(),
                countOf(rows));
    }

    private FoundRows next(Rows rows, RowsRequest page, PageCursor after) {
        List<PagedRow> found = source.conversations(rows, page.order(), after, page.limit() + 1);
        if (found.size() <= page.limit()) {
            return new FoundRows(found, null);
        }
        List<PagedRow> shown = found.subList(0, page.limit());
        return new FoundRows(shown, shown.get(shown.size() - 1).position());
    }

    private long countOf(Rows rows) {
        return source
                .read(rows.filter())
                .tallies(new Needs(rows.counted(), false), rows.dimension(), List.of(rows.span()))
                .stream()
                .filter(tally -> rows.key() == null || rows.key().equals(tally.key()))
                .mapToLong(tally -> tally.counts().of(rows.counted()))
                .sum();
    }

    private LocalDate settledUntil(Reading reading, Instant now) {
        LocalDate over = calendar.dateOf(now).minusDays(1);
        return reading.earliestPending()
                .map(date -> date.minusDays(1))
                .filter(date -> date.isBefore(over))
                .orElse(over);
    }

    private static Needs needs(Collection<Metric> metrics) {
        return metrics.stream().map(Metric::needs).reduce(Needs.NOTHING, Needs::plus);
    }

    private static Map<Dimension, Needs> needsByKey(Collection<Metric> metrics) {
        Map<Dimension, Needs> needs = new EnumMap<>(Dimension.class);
        metrics.forEach(metric ->
                metric.dimension().ifPresent(dimension -> needs.merge(dimension, metric.needsOfEach(), Needs::plus)));
        return needs;
    }
}
