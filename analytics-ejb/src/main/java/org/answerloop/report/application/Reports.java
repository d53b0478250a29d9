package org.answerloop.report.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

import org.answerloop.kernel.PageCursor;
import org.answerloop.report.application.ReportSource.PagedRow;
import org.answerloop.report.model.Basis;
import org.answerloop.report.model.ConversationList;
import org.answerloop.report.model.Counts;
import org.answerloop.report.model.Dimension;
import org.answerloop.report.model.FilterChoices;
import org.answerloop.report.model.Formula;
import org.answerloop.report.model.Impact;
import org.answerloop.report.model.ImpactFigure;
import org.answerloop.report.model.Measure;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.Point;
import org.answerloop.report.model.Report;
import org.answerloop.report.model.ReportCalendar;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.Span;
import org.answerloop.report.model.Tally;
import org.answerloop.report.model.Tile;
import org.answerloop.settings.Settings;

/** The figures, and the conversations behind them. */
@Stateless
public class Reports {

    /** The most conversations of one page. */
    public static final int LONGEST_PAGE = 200;

    private ReportSource source;
    private ReportCalendar calendar;
    private Clock clock;

    /** For the container, which asks for it. */
    public Reports() {}

    @Inject
    public Reports(ReportSource source, Settings settings, Clock clock) {
        this.source = source;
        this.calendar = new ReportCalendar(settings.zone(), settings.weekStart());
        this.clock = clock;
    }

    /** The metric over the range of the filter, as a total and as a series. The series adds up to the total. */
    public Report report(Metric metric, ReportFilter filter) {
        Instant now = clock.instant();
        Formula formula = metric.formula();
        List<Span> buckets = calendar.buckets(filter);
        List<Tally> tallies =
                source.tallies(metric.basis(), metric.dimension().orElse(null), formula.measures(), buckets, filter);
        return new Report(
                metric,
                filter.from(),
                filter.to(),
                filter.bucket(),
                calendar.zone(),
                settledUntil(filter, now),
                now,
                formula.of(sum(tallies)),
                series(metric, buckets, tallies));
    }

    /** What happened since the week began, beside the same span of the week before; the dates of the filter are not heeded. */
    public Impact impact(ReportFilter filter) {
        Instant now = clock.instant();
        Span before = calendar.weekBeforeSoFar(now);
        Span current = calendar.weekSoFar(now);
        Map<Basis, Map<Integer, Counts>> counted = new HashMap<>();
        List<Tile> tiles = new ArrayList<>();
        for (ImpactFigure figure : ImpactFigure.values()) {
            Map<Integer, Counts> counts = counted.computeIfAbsent(
                    figure.basis(), basis -> impactCounts(basis, List.of(before, current), filter));
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
     * Exactly the conversations behind a figure, the latest first: of a count those that it counts, of a rate those of its
     * denominator (for {@code resolution_rate} the settled ones).
     *
     * @param bucket any date of the bucket; null for the whole range
     * @param key null for all; not heeded where the metric has no keys
     * @param cursor {@link ConversationList#next()} of the page before; null for the first
     * @param limit at least 1; more than {@link #LONGEST_PAGE} is taken as that
     * @throws org.answerloop.kernel.UnknownCursorException when the cursor is not one that a page gave
     */
    public ConversationList conversations(
            Metric metric, ReportFilter filter, LocalDate bucket, String key, String cursor, int limit) {
        int size = Math.max(1, Math.min(limit, LONGEST_PAGE));
        Span span = bucket == null ? calendar.range(filter) : calendar.bucket(filter, bucket);
        PageCursor after = cursor == null || cursor.isBlank() ? null : PageCursor.parse(cursor);
        String wanted = metric.dimension().isPresent() ? key : null;
        List<PagedRow> found = source.conversations(metric, wanted, span, filter, after, size + 1);
        List<PagedRow> page = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? page.get(size - 1).position().text() : null;
        return new ConversationList(
                page.stream().map(PagedRow::row).toList(), next, countOf(metric, wanted, span, filter));
    }

    /** What the filter can be set to. */
    public FilterChoices choices() {
        return source.choices();
    }

    private long countOf(Metric metric, String key, Span span, ReportFilter filter) {
        Measure counted = metric.formula().counted();
        Dimension dimension = key == null ? null : metric.dimension().orElse(null);
        return source.tallies(metric.basis(), dimension, Set.of(counted), List.of(span), filter).stream()
                .filter(tally -> key == null || key.equals(tally.key()))
                .mapToLong(tally -> tally.counts().of(counted))
                .sum();
    }

    private Map<Integer, Counts> impactCounts(Basis basis, List<Span> spans, ReportFilter filter) {
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        Arrays.stream(ImpactFigure.values())
                .filter(figure -> figure.basis() == basis)
                .forEach(figure -> measures.addAll(figure.formula().measures()));
        Map<Integer, Counts> counts = new HashMap<>();
        source.tallies(basis, null, measures, spans, filter).forEach(tally -> counts.put(tally.span(), tally.counts()));
        return counts;
    }

    private LocalDate settledUntil(ReportFilter filter, Instant now) {
        LocalDate over = calendar.dateOf(now).minusDays(1);
        return source.earliestPending(filter)
                .map(moment -> calendar.dateOf(moment).minusDays(1))
                .filter(date -> date.isBefore(over))
                .orElse(over);
    }

    private static List<Point> series(Metric metric, List<Span> buckets, List<Tally> tallies) {
        Set<String> keys = new TreeSet<>(Comparator.nullsFirst(Comparator.naturalOrder()));
        Map<Integer, Map<String, Counts>> counted = new HashMap<>();
        for (Tally tally : tallies) {
            keys.add(tally.key());
            counted.computeIfAbsent(tally.span(), span -> new HashMap<>()).put(tally.key(), tally.counts());
        }
        if (metric.dimension().isEmpty()) {
            keys.add(null);
        }
        List<Point> series = new ArrayList<>();
        for (int i = 0; i < buckets.size(); i++) {
            Map<String, Counts> bucket = counted.getOrDefault(i, Map.of());
            for (String key : keys) {
                Counts counts = bucket.isEmpty() ? Counts.NONE : bucket.getOrDefault(key, Counts.NONE);
                series.add(
                        new Point(buckets.get(i).name(), key, metric.formula().of(counts)));
            }
        }
        return series;
    }

    private static Counts sum(List<Tally> tallies) {
        return tallies.stream().map(Tally::counts).reduce(Counts.NONE, Counts::plus);
    }
}
