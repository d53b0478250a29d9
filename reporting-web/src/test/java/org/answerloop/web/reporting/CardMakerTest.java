package org.answerloop.web.reporting;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.answerloop.report.model.Bucket;
import org.answerloop.report.model.Comparison;
import org.answerloop.report.model.Figure;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.Point;
import org.answerloop.report.model.Report;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.web.chart.Chart;
import org.answerloop.web.chart.Mark;
import org.answerloop.web.chart.Position;
import org.answerloop.web.chart.Series;
import org.answerloop.web.filter.FilterQuery;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class CardMakerTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 9);
    private static final LocalDate SECOND = LocalDate.of(2026, 11, 16);

    @Test
    void a_rate_is_a_line_whose_pending_buckets_have_bounds() {
        ReportCard card = card(report(
                Metric.RESOLUTION_RATE,
                new Figure(0.581, 6290L, 10826L, 412L, 0.56, 0.6),
                new Point(FIRST, null, new Figure(0.6, 600L, 1000L, 0L, 0.6, 0.6)),
                new Point(SECOND, null, new Figure(0.5, 50L, 100L, 412L, 0.1, 0.9))));

        assertThat(card.figure()).isEqualTo("58.1%");
        assertThat(card.detail()).isEqualTo("6,290 of 10,826 settled · 412 pending · ends between 56.0% and 60.0%");
        assertThat(card.address()).isEqualTo("conversations.xhtml?channel=chat&metric=resolution_rate");
        Series series = card.charts().get(0).series().get(0);
        assertThat(series.shape()).isEqualTo(Series.Shape.LINE);
        assertThat(series.marks().get(0)).isEqualTo(new Mark(0.6, "60.0%", null, false, null, null, "at=2026-11-09"));
        assertThat(card.charts().get(0).address()).isEqualTo(card.address());
        assertThat(series.marks().get(1).provisional()).isTrue();
        assertThat(series.marks().get(1).upper()).isEqualTo(0.9);
        assertThat(cells(card, 1)).containsExactly("50.0%", "50", "100", "412", "10.0% – 90.0%");
        assertThat(card.counted()).isEqualTo("10,826 settled conversations");
    }

    @Test
    void an_empty_denominator_is_a_dash_and_draws_nothing() {
        ReportCard card = card(report(
                Metric.RESOLUTION_RATE,
                new Figure(null, 0L, 0L, 0L, null, null),
                new Point(FIRST, null, new Figure(null, 0L, 0L, 0L, null, null))));

        assertThat(card.figure()).isEqualTo("–");
        assertThat(card.nothing()).isEqualTo("Nothing of these dates counts here.");
        assertThat(card.charts().get(0).series().get(0).marks().get(0).value()).isNull();
        assertThat(cells(card, 0)).startsWith("–");
    }

    @Test
    void counts_over_time_are_bars_and_the_axis_says_the_month_once() {
        ReportCard card = card(report(
                Metric.HANDLED,
                new Figure(30.0, null, null, 5L, null, null),
                new Point(FIRST, null, new Figure(20.0, null, null, 0L, null, null)),
                new Point(SECOND, null, new Figure(10.0, null, null, 5L, null, null))));

        assertThat(card.charts().get(0).positions())
                .containsExactly(
                        new Position("9 Nov", "9 Nov", "Week of 9 Nov 2026", "at=2026-11-09"),
                        new Position("16", "16 Nov", "Week of 16 Nov 2026", "at=2026-11-16"));
        assertThat(card.charts().get(0).series().get(0).shape()).isEqualTo(Series.Shape.BAR);
        assertThat(card.detail()).isEqualTo("5 pending");
    }

    @Test
    void counts_by_key_are_ranked_over_all_buckets() {
        ReportCard card = card(report(
                Metric.HANDLED_BY_CHANNEL,
                new Figure(40.0, null, null, 0L, null, null),
                new Point(FIRST, "chat", new Figure(10.0, null, null, 0L, null, null)),
                new Point(FIRST, "email", new Figure(20.0, null, null, 0L, null, null)),
                new Point(SECOND, "chat", new Figure(20.0, null, null, 0L, null, null)),
                new Point(SECOND, "email", new Figure(0.0, null, null, 0L, null, null))));

        assertThat(card.figure()).isEqualTo("2 channels");
        assertThat(card.detail()).isEqualTo("Chat leads with 60%");
        assertThat(card.charts().get(0).layout()).isEqualTo(Chart.Layout.RANKING);
        assertThat(card.charts().get(0).positions())
                .containsExactly(Position.of("Chat", "key=chat"), Position.of("E-mail", "key=email"));
        assertThat(card.table().rows().get(1).cells().get(0).address())
                .isEqualTo("conversations.xhtml?channel=chat&metric=handled_by_channel&key=email");
    }

    @Test
    void handled_conversations_are_divided_by_what_became_of_them() {
        Report handled = report(
                Metric.HANDLED,
                new Figure(30.0, null, null, 5L, null, null),
                new Point(FIRST, null, new Figure(30.0, null, null, 5L, null, null)));
        Report resolution = report(
                Metric.RESOLUTION_RATE,
                new Figure(0.4, 10L, 25L, 5L, null, null),
                new Point(FIRST, null, new Figure(0.4, 10L, 25L, 5L, null, null)));
        Report deflection = report(
                Metric.DEFLECTION_RATE,
                new Figure(0.64, 16L, 25L, 5L, null, null),
                new Point(FIRST, null, new Figure(0.64, 16L, 25L, 5L, null, null)));

        ReportCard card = maker(Map.of(Metric.RESOLUTION_RATE, resolution, Metric.DEFLECTION_RATE, deflection))
                .card(new Compared(handled, null, null));

        assertThat(card.charts().get(0).series())
                .extracting(
                        Series::name,
                        series -> series.marks().get(0).value(),
                        series -> series.marks().get(0).query())
                .containsExactly(
                        tuple("Resolved", 10.0, "at=" + FIRST + "&key=resolved"),
                        tuple("Answered, not resolved", 6.0, "at=" + FIRST + "&key=answered"),
                        tuple("With a human", 9.0, "at=" + FIRST + "&key=human"),
                        tuple("Pending", 5.0, "at=" + FIRST + "&key=pending"));
        assertThat(cells(card, 0)).containsExactly("30", "10", "6", "9", "5");
    }

    @Test
    void a_comparison_stands_behind_the_line_and_as_a_difference_in_the_table_and_at_the_head() {
        Report now = report(
                Metric.RESOLUTION_RATE,
                new Figure(0.5, 50L, 100L, 0L, 0.5, 0.5),
                new Point(SECOND, null, new Figure(0.5, 50L, 100L, 0L, 0.5, 0.5)));
        Report before = report(
                Metric.RESOLUTION_RATE,
                new Figure(0.4, 40L, 100L, 0L, 0.4, 0.4),
                new Point(FIRST.minusWeeks(1), null, new Figure(0.4, 40L, 100L, 0L, 0.4, 0.4)));
        Comparison comparison = Comparison.of(
                Comparison.Kind.PREVIOUS_PERIOD,
                new ReportFilter(FIRST, SECOND.plusWeeks(1), Bucket.WEEK, null, null, null),
                DayOfWeek.MONDAY);

        ReportCard card = maker(Map.of()).card(new Compared(now, comparison, before));

        assertThat(card.change()).isEqualTo(new Change("▲ 10.0\u00a0pt", "better"));
        assertThat(card.charts().get(0).series())
                .extracting(Series::shape)
                .containsExactly(Series.Shape.LINE, Series.Shape.BEHIND);
        assertThat(card.charts().get(0).series().get(1).marks().get(0).value()).isEqualTo(0.4);
        assertThat(cells(card, 0)).endsWith("40.0%", "▲ 10.0");
        assertThat(card.table().headings()).endsWith("Change (points)");
    }

    private static List<String> cells(ReportCard card, int row) {
        return card.table().rows().get(row).cells().stream()
                .map(CardTable.Cell::text)
                .toList();
    }

    private static ReportCard card(Report report) {
        return maker(Map.of()).card(new Compared(report, null, null));
    }

    private static CardMaker maker(Map<Metric, Report> others) {
        return new CardMaker(
                new FilterQuery(Map.of("channel", "chat")), others, new CardMemory(), EnglishTexts.texts());
    }

    private static Report report(Metric metric, Figure total, Point... series) {
        return new Report(
                metric,
                FIRST,
                SECOND.plusWeeks(1),
                Bucket.WEEK,
                ZoneId.of("Europe/Paris"),
                FIRST.plusDays(6),
                Instant.parse("2026-11-22T09:00:00Z"),
                total,
                totals(series),
                Map.of(),
                List.of(series));
    }

    private static Map<String, Figure> totals(Point... series) {
        Map<String, Figure> totals = new TreeMap<>();
        Arrays.stream(series)
                .filter(point -> point.key() != null)
                .forEach(point -> totals.merge(
                        point.key(),
                        point.figure(),
                        (one, other) -> new Figure(one.value() + other.value(), null, null, 0L, null, null)));
        return totals;
    }
}
