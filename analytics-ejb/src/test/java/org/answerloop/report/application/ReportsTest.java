package org.answerloop.report.application;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.answerloop.fixture.MigratedDatabase;
import org.answerloop.report.application.ReportOracle.Moments;
import org.answerloop.report.application.ReportOracle.Row;
import org.answerloop.report.application.ReportStory.Told;
import org.answerloop.report.model.Bucket;
import org.answerloop.report.model.ConversationRow;
import org.answerloop.report.model.Figure;
import org.answerloop.report.model.FilterChoices;
import org.answerloop.report.model.Impact;
import org.answerloop.report.model.ImpactFigure;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.Point;
import org.answerloop.report.model.Report;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.RowsRequest.Order;
import org.answerloop.report.model.Tile;
import org.answerloop.report.model.Unit;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every figure is counted a second time by an oracle in plain Java over the same conversations, and has to be the same. */
class ReportsTest {

    private ReportWorld world;
    private ListedRows rows;

    static Stream<Arguments> stories() {
        return Stream.concat(
                LongStream.rangeClosed(1, 8).mapToObj(seed -> Arguments.of(MigratedDatabase.H2, seed, 2)),
                Stream.of(Arguments.of(MigratedDatabase.POSTGRESQL, 9L, 2)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("stories")
    void every_figure_is_what_its_conversations_say(MigratedDatabase database, long seed, int filters)
            throws SQLException {
        world = new ReportWorld(seed);
        rows = new ListedRows(world.random);
        for (ReportFilter filter : world.tell(database, filters)) {
            Map<Metric, Report> together = world.reports.reports(EnumSet.allOf(Metric.class), filter);
            for (Metric metric : Metric.values()) {
                Report report = world.reports.report(metric, filter);
                assertThat(together.get(metric)).isEqualTo(report);
                assertThat(world.direct.report(metric, filter)).isEqualTo(report);
                compare(report, filter);
            }
            compareImpact(filter);
            assertThat(world.direct.impact(filter)).isEqualTo(world.reports.impact(filter));
            compareSettled(filter);
        }
        compareChoices();
        compareSearch();
    }

    private void compare(Report report, ReportFilter filter) {
        Metric metric = report.metric();
        Moments whole = world.oracle(filter).when(world.within(filter.from(), filter.to()));
        List<String> keys = whole.keys(metric);

        assertSame(report.total(), whole.figure(metric, null), null);
        assertThat(report.totals()).containsOnlyKeys(keys);
        keys.forEach(key -> assertSame(report.totals().get(key), whole.figure(metric, key), key));
        assertThat(report.settledUntil()).isEqualTo(world.settledUntil(filter));
        assertThat(report.refreshedAt()).isEqualTo(ReportWorld.NOW);
        assertThat(report.zone()).isEqualTo(world.zone);
        compareConversations(metric, filter, null, null, whole);
        compareSeries(report, filter, keys);
    }

    /** The denominator of the resolution rate by itself, of these days and of all there are. */
    private void compareSettled(ReportFilter filter) {
        ReportFilter of =
                new ReportFilter(filter.from(), filter.to(), filter.bucket(), filter.channel(), filter.agent(), null);
        Instant from = of.from().atStartOfDay(world.zone).toInstant();
        Instant to = of.to().atStartOfDay(world.zone).toInstant();
        assertThat(world.reports.settled(from, to, of.channel(), of.agent()))
                .isEqualTo(world.direct.settled(from, to, of.channel(), of.agent()))
                .isEqualTo(
                        world.reports.report(Metric.RESOLUTION_RATE, of).total().denominator());
        LocalDate today = LocalDate.ofInstant(ReportWorld.NOW, world.zone);
        ReportFilter all = new ReportFilter(
                today.minusDays(999), today.plusDays(999), Bucket.MONTH, of.channel(), of.agent(), null);
        assertThat(world.reports.settled(null, null, of.channel(), of.agent()))
                .isEqualTo(world.direct.settled(null, null, of.channel(), of.agent()))
                .isEqualTo(world.reports
                        .report(Metric.RESOLUTION_RATE, all)
                        .total()
                        .denominator());
    }

    private void compareSeries(Report report, ReportFilter filter, List<String> keys) {
        Metric metric = report.metric();
        List<LocalDate> buckets =
                distinct(filter.from().datesUntil(filter.to()).map(date -> world.bucketOf(date, filter.bucket())));
        List<String> each =
                keys.isEmpty() && metric.keys().isEmpty() && metric.dimension().isEmpty()
                        ? Collections.singletonList(null)
                        : keys;
        List<Point> series = new ArrayList<>(report.series());
        assertThat(series).hasSize(buckets.size() * each.size());
        for (LocalDate bucket : buckets) {
            Moments moments = world.oracle(filter)
                    .when(world.within(filter.from(), filter.to())
                            .and(at -> world.bucketOf(LocalDate.ofInstant(at, world.zone), filter.bucket())
                                    .equals(bucket)));
            for (String key : each) {
                Point point = series.remove(0);
                assertThat(point.bucket()).isEqualTo(bucket);
                assertThat(point.key()).isEqualTo(key);
                assertSame(point.figure(), moments.figure(metric, key), key);
                compareConversations(metric, filter, bucket, key, moments);
            }
            metric.parts().keySet().forEach(part -> compareConversations(metric, filter, bucket, part, moments));
        }
        if (metric.unit() == Unit.COUNT) {
            assertThat(report.series().stream()
                            .mapToDouble(point -> point.figure().value())
                            .sum())
                    .isEqualTo(report.total().value());
        }
    }

    /** The figures are the same; percentiles are taken from slots and come near. */
    private static void assertSame(Figure figure, Figure expected, String key) {
        boolean near = "median".equals(key) || "p90".equals(key);
        if (near && expected.value() != null) {
            assertThat(figure.value()).isCloseTo(expected.value(), Percentage.withPercentage(2));
            assertThat(figure.denominator()).isEqualTo(expected.denominator());
            assertThat(figure.pending()).isEqualTo(expected.pending());
        } else {
            assertThat(figure).isEqualTo(expected);
        }
    }

    private void compareConversations(
            Metric metric, ReportFilter filter, LocalDate bucket, String key, Moments moments) {
        rows.compare(moments.rows(metric, key), page -> world.reports.conversations(metric, filter, bucket, key, page));
    }

    private void compareImpact(ReportFilter filter) {
        Impact impact = world.reports.impact(filter);
        LocalDate began = world.startOfWeek(LocalDate.ofInstant(ReportWorld.NOW, world.zone));
        Instant from = began.atStartOfDay(world.zone).toInstant();
        Instant previousFrom = began.minusDays(7).atStartOfDay(world.zone).toInstant();
        Instant previousTo = ReportWorld.NOW.atZone(world.zone).minusDays(7).toInstant();
        Moments current = world.oracle(filter).when(at -> !at.isBefore(from) && at.isBefore(ReportWorld.NOW));
        Moments previous = world.oracle(filter).when(at -> !at.isBefore(previousFrom) && at.isBefore(previousTo));

        assertThat(List.of(impact.from(), impact.to(), impact.previousFrom(), impact.previousTo()))
                .containsExactly(from, ReportWorld.NOW, previousFrom, previousTo);
        assertThat(impact.tiles())
                .extracting(Tile::key)
                .containsExactly("handled", "resolved", "time_to_resolution", "deflection_rate", "helpful_rate");
        assertThat(impact.tiles()).extracting(Tile::current).isEqualTo(current.impact());
        assertThat(impact.tiles()).extracting(Tile::previous).isEqualTo(previous.impact());
        for (ImpactFigure figure : ImpactFigure.values()) {
            rows.compare(
                    current.impactRows().get(figure.ordinal()),
                    page -> world.reports.conversations(figure, impact.from(), impact.to(), filter, page));
            rows.compare(
                    previous.impactRows().get(figure.ordinal()),
                    page -> world.reports.conversations(
                            figure, impact.previousFrom(), impact.previousTo(), filter, page));
        }
    }

    private void compareChoices() {
        List<Told> eligible =
                world.story.conversations.stream().filter(Told::counts).toList();

        FilterChoices choices = world.reports.choices();
        assertThat(choices.channels()).isEqualTo(distinct(eligible.stream().map(Told::channel)));
        assertThat(choices.languages()).isEqualTo(distinct(eligible.stream().map(Told::language)));
        assertThat(choices.agents())
                .containsExactly(
                        new FilterChoices.Agent("agent-0", "Aria"), new FilterChoices.Agent("agent-1", "Basil"));
    }

    /** Every question says its number; a letter that stands for others in SQL stands for itself. */
    private void compareSearch() {
        LocalDate today = LocalDate.ofInstant(ReportWorld.NOW, world.zone);
        ReportFilter filter = new ReportFilter(today.minusDays(200), today.plusDays(2), Bucket.MONTH, null, null, null);
        for (String text : List.of("qUESTION 1", "1", "Question 12?", "question%1", "question_1", "no such words")) {
            List<Long> expected = world.oracle(filter).when(at -> true).rows(Metric.HANDLED, null).stream()
                    .map(Row::told)
                    .filter(told -> told.question() != null
                            && told.question().toLowerCase().contains(text.toLowerCase()))
                    .map(Told::id)
                    .toList();
            assertThat(ListedRows.read(
                            Order.LATEST_FIRST,
                            text,
                            25,
                            page -> world.reports.conversations(Metric.HANDLED, filter, null, null, page)))
                    .extracting(ConversationRow::id)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static <T> List<T> distinct(Stream<T> values) {
        return values.filter(Objects::nonNull).distinct().sorted().toList();
    }
}
