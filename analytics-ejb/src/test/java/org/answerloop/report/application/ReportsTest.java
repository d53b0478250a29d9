package org.answerloop.report.application;

import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.answerloop.conversation.application.EligibilityChanged;
import org.answerloop.conversation.model.ConversationState;
import org.answerloop.fixture.MigratedDatabase;
import org.answerloop.kernel.Sql;
import org.answerloop.report.application.ReportOracle.Moments;
import org.answerloop.report.application.ReportOracle.Row;
import org.answerloop.report.application.ReportStory.Told;
import org.answerloop.report.infrastructure.ConversationReportSource;
import org.answerloop.report.infrastructure.RollupReportSource;
import org.answerloop.report.infrastructure.RollupTables;
import org.answerloop.report.infrastructure.StaleFiguresInDatabase;
import org.answerloop.report.model.Bucket;
import org.answerloop.report.model.ConversationList;
import org.answerloop.report.model.ConversationRow;
import org.answerloop.report.model.Figure;
import org.answerloop.report.model.FilterChoices;
import org.answerloop.report.model.Impact;
import org.answerloop.report.model.ImpactFigure;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.Point;
import org.answerloop.report.model.Report;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.RowsRequest;
import org.answerloop.report.model.RowsRequest.Order;
import org.answerloop.report.model.Tile;
import org.answerloop.report.model.Unit;
import org.answerloop.settings.Settings;
import org.answerloop.settings.SettingsReader;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every figure is counted a second time by an oracle in plain Java over the same conversations, and has to be the same. */
class ReportsTest {

    private static final Instant NOW = Instant.parse("2026-11-04T09:41:12.345678Z");
    private static final List<String> ZONES =
            List.of("Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu");

    private ReportStory story;
    /** By the rollup, of which some days are counted and some are stale. */
    private Figures reports;

    private Figures direct;
    private ZoneId zone;
    private DayOfWeek weekStart;
    private Random random;

    static Stream<Arguments> stories() {
        return Stream.concat(
                LongStream.rangeClosed(1, 8).mapToObj(seed -> Arguments.of(MigratedDatabase.H2, seed, 2)),
                Stream.of(Arguments.of(MigratedDatabase.POSTGRESQL, 9L, 2)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("stories")
    void every_figure_is_what_its_conversations_say(MigratedDatabase database, long seed, int filters)
            throws SQLException {
        for (ReportFilter filter : tell(database, seed, filters)) {
            Map<Metric, Report> together = reports.reports(EnumSet.allOf(Metric.class), filter);
            for (Metric metric : Metric.values()) {
                Report report = reports.report(metric, filter);
                assertThat(together.get(metric)).isEqualTo(report);
                assertThat(direct.report(metric, filter)).isEqualTo(report);
                compare(report, filter);
            }
            compareImpact(filter);
            assertThat(direct.impact(filter)).isEqualTo(reports.impact(filter));
            compareSettled(filter);
        }
        compareChoices();
        compareSearch();
    }

    private void compare(Report report, ReportFilter filter) {
        Metric metric = report.metric();
        Moments whole = oracle(filter).when(within(filter.from(), filter.to()));
        List<String> keys = whole.keys(metric);

        assertSame(report.total(), whole.figure(metric, null), null);
        assertThat(report.totals()).containsOnlyKeys(keys);
        keys.forEach(key -> assertSame(report.totals().get(key), whole.figure(metric, key), key));
        assertThat(report.settledUntil()).isEqualTo(settledUntil(filter));
        assertThat(report.refreshedAt()).isEqualTo(NOW);
        assertThat(report.zone()).isEqualTo(zone);
        compareConversations(metric, filter, null, null, whole);
        compareSeries(report, filter, keys);
    }

    /** The denominator of the resolution rate by itself, of these days and of all there are. */
    private void compareSettled(ReportFilter filter) {
        ReportFilter of =
                new ReportFilter(filter.from(), filter.to(), filter.bucket(), filter.channel(), filter.agent(), null);
        Instant from = of.from().atStartOfDay(zone).toInstant();
        Instant to = of.to().atStartOfDay(zone).toInstant();
        assertThat(reports.settled(from, to, of.channel(), of.agent()))
                .isEqualTo(direct.settled(from, to, of.channel(), of.agent()))
                .isEqualTo(reports.report(Metric.RESOLUTION_RATE, of).total().denominator());
        LocalDate today = LocalDate.ofInstant(NOW, zone);
        ReportFilter all = new ReportFilter(
                today.minusDays(999), today.plusDays(999), Bucket.MONTH, of.channel(), of.agent(), null);
        assertThat(reports.settled(null, null, of.channel(), of.agent()))
                .isEqualTo(direct.settled(null, null, of.channel(), of.agent()))
                .isEqualTo(reports.report(Metric.RESOLUTION_RATE, all).total().denominator());
    }

    private void compareSeries(Report report, ReportFilter filter, List<String> keys) {
        Metric metric = report.metric();
        List<LocalDate> buckets =
                distinct(filter.from().datesUntil(filter.to()).map(date -> bucketOf(date, filter.bucket())));
        List<String> each =
                keys.isEmpty() && metric.keys().isEmpty() && metric.dimension().isEmpty()
                        ? Collections.singletonList(null)
                        : keys;
        List<Point> series = new ArrayList<>(report.series());
        assertThat(series).hasSize(buckets.size() * each.size());
        for (LocalDate bucket : buckets) {
            Moments moments = oracle(filter)
                    .when(within(filter.from(), filter.to())
                            .and(at -> bucketOf(LocalDate.ofInstant(at, zone), filter.bucket())
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
        compareRows(moments.rows(metric, key), page -> reports.conversations(metric, filter, bucket, key, page));
    }

    private void compareRows(List<Row> expected, Function<RowsRequest, ConversationList> list) {
        Order order = random.nextBoolean() ? Order.LATEST_FIRST : Order.EARLIEST_FIRST;
        Comparator<Row> earliest =
                Comparator.comparing(Row::at).thenComparing(Row::id).thenComparing(Row::strand);
        int limit = 1 + random.nextInt(60);
        List<ConversationRow> rows = new ArrayList<>();
        String cursor = null;
        do {
            ConversationList page = list.apply(new RowsRequest(order, null, cursor, limit));
            assertThat(page.total()).isEqualTo(expected.size());
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(limit);
            rows.addAll(page.rows());
            cursor = page.next();
        } while (cursor != null);

        assertThat(rows)
                .isEqualTo(expected.stream()
                        .sorted(order == Order.EARLIEST_FIRST ? earliest : earliest.reversed())
                        .map(ReportsTest::row)
                        .toList());
    }

    private void compareImpact(ReportFilter filter) {
        Impact impact = reports.impact(filter);
        LocalDate began = startOfWeek(LocalDate.ofInstant(NOW, zone));
        Instant from = began.atStartOfDay(zone).toInstant();
        Instant previousFrom = began.minusDays(7).atStartOfDay(zone).toInstant();
        Instant previousTo = NOW.atZone(zone).minusDays(7).toInstant();
        Moments current = oracle(filter).when(at -> !at.isBefore(from) && at.isBefore(NOW));
        Moments previous = oracle(filter).when(at -> !at.isBefore(previousFrom) && at.isBefore(previousTo));

        assertThat(List.of(impact.from(), impact.to(), impact.previousFrom(), impact.previousTo()))
                .containsExactly(from, NOW, previousFrom, previousTo);
        assertThat(impact.tiles())
                .extracting(Tile::key)
                .containsExactly("handled", "resolved", "time_to_resolution", "deflection_rate", "helpful_rate");
        assertThat(impact.tiles()).extracting(Tile::current).isEqualTo(current.impact());
        assertThat(impact.tiles()).extracting(Tile::previous).isEqualTo(previous.impact());
        for (ImpactFigure figure : ImpactFigure.values()) {
            compareRows(
                    current.impactRows().get(figure.ordinal()),
                    page -> reports.conversations(figure, impact.from(), impact.to(), filter, page));
            compareRows(
                    previous.impactRows().get(figure.ordinal()),
                    page -> reports.conversations(figure, impact.previousFrom(), impact.previousTo(), filter, page));
        }
    }

    private void compareChoices() {
        List<Told> eligible = story.conversations.stream().filter(Told::counts).toList();

        FilterChoices choices = reports.choices();
        assertThat(choices.channels()).isEqualTo(distinct(eligible.stream().map(Told::channel)));
        assertThat(choices.languages()).isEqualTo(distinct(eligible.stream().map(Told::language)));
        assertThat(choices.agents())
                .containsExactly(
                        new FilterChoices.Agent("agent-0", "Aria"), new FilterChoices.Agent("agent-1", "Basil"));
    }

    /** Every question says its number; a letter that stands for others in SQL stands for itself. */
    private void compareSearch() {
        LocalDate today = LocalDate.ofInstant(NOW, zone);
        ReportFilter filter = new ReportFilter(today.minusDays(200), today.plusDays(2), Bucket.MONTH, null, null, null);
        for (String text : List.of("qUESTION 1", "1", "Question 12?", "question%1", "question_1", "no such words")) {
            List<Long> expected = oracle(filter).when(at -> true).rows(Metric.HANDLED, null).stream()
                    .map(Row::told)
                    .filter(told -> told.question() != null
                            && told.question().toLowerCase().contains(text.toLowerCase()))
                    .map(Told::id)
                    .toList();
            List<Long> found = new ArrayList<>();
            String cursor = null;
            do {
                ConversationList page = reports.conversations(
                        Metric.HANDLED, filter, null, null, new RowsRequest(Order.LATEST_FIRST, text, cursor, 25));
                found.addAll(page.rows().stream().map(ConversationRow::id).toList());
                cursor = page.next();
            } while (cursor != null);
            assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private LocalDate settledUntil(ReportFilter filter) {
        LocalDate yesterday = LocalDate.ofInstant(NOW, zone).minusDays(1);
        Optional<LocalDate> beforePending = story.conversations.stream()
                .filter(told -> told.counts() && told.handled() && !told.settled() && matches(told, filter))
                .map(told -> LocalDate.ofInstant(told.firstPartAt(), zone).minusDays(1))
                .min(Comparator.naturalOrder());
        return beforePending.filter(date -> date.isBefore(yesterday)).orElse(yesterday);
    }

    /** @return the filters to ask for */
    private List<ReportFilter> tell(MigratedDatabase database, long seed, int count) throws SQLException {
        random = new Random(seed);
        zone = ZoneId.of(ZONES.get((int) (seed % ZONES.size())));
        weekStart = seed % 3 == 0 ? DayOfWeek.SUNDAY : DayOfWeek.MONDAY;
        story = new ReportStory(seed, zone, NOW, 700);
        DataSource dataSource = database.open("reports" + seed);
        Map<String, String> configured =
                Map.of("answerloop.reporting.zone", zone.getId(), "answerloop.week.start", weekStart.name());
        Settings settings =
                new SettingsReader(name -> Optional.ofNullable(configured.get(name))).read(configured.keySet());
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        reports = new Figures(new RollupReportSource(dataSource, settings), settings, clock);
        direct = new Figures(new ConversationReportSource(dataSource, settings), settings, clock);
        RollupTables rollup = new RollupTables(dataSource);
        RefreshChunk refresh = new RefreshChunk(rollup, settings, clock);
        story.write(dataSource, told -> told.id() % 3 > 0);
        if (seed % 2 > 0) {
            exclude(dataSource);
        }
        new BeginGeneration(rollup, settings, clock).begin();
        refresh(refresh, rollup, seed % 4 == 0 ? random.nextInt(8) : Integer.MAX_VALUE);
        List<ReportFilter> filters =
                Stream.generate(this::randomFilter).limit(count).toList();
        // What is remembered of these days must not be what is said once others are told of.
        filters.forEach(filter -> {
            assertThat(reports.reports(EnumSet.allOf(Metric.class), filter)).hasSameSizeAs(Metric.values());
            assertThat(reports.impact(filter).tiles()).hasSameSizeAs(ImpactFigure.values());
        });
        assertThat(reports.choices().channels()).isNotEmpty();
        story.write(dataSource, told -> told.id() % 3 == 0);
        if (seed % 2 == 0) {
            exclude(dataSource);
            new BeginGeneration(rollup, settings, clock).beginAfter(new EligibilityChanged());
            refresh(refresh, rollup, random.nextInt(8));
        }
        new StaleFiguresInDatabase(rollup, settings).changedAt(story.moments(told -> told.id() % 3 == 0));
        refresh(refresh, rollup, seed % 4 == 1 ? Integer.MAX_VALUE : random.nextInt(8));
        return filters;
    }

    private static void exclude(DataSource dataSource) {
        new Sql()
                .add("insert into excluded_channel (channel) values (?)", ReportStory.EXCLUDED)
                .update(dataSource);
    }

    /** So many chunks, so that some days are counted and others are stale. */
    private static void refresh(RefreshChunk refresh, RollupTables rollup, int chunks) {
        long upTo = rollup.latestStale();
        for (int i = 0; i < chunks && refresh.refresh(upTo) > 0; i++) {
            assertThat(rollup.latest()).isPresent();
        }
    }

    private ReportFilter randomFilter() {
        LocalDate to = LocalDate.ofInstant(NOW, zone).plusDays(3L - random.nextInt(60));
        return new ReportFilter(
                to.minusDays(1L + random.nextInt(60)),
                to,
                Bucket.values()[random.nextInt(3)],
                random.nextInt(3) == 0 ? "chat" : null,
                random.nextInt(3) == 0 ? "agent-0" : null,
                random.nextInt(3) == 0 ? "fr" : null);
    }

    private ReportOracle oracle(ReportFilter filter) {
        return new ReportOracle(
                story.conversations.stream()
                        .filter(told -> matches(told, filter))
                        .toList(),
                story.feedback);
    }

    private static boolean matches(Told told, ReportFilter filter) {
        return (filter.channel() == null || filter.channel().equals(told.channel()))
                && (filter.agent() == null || filter.agent().equals(told.agentId()))
                && (filter.language() == null || filter.language().equals(told.language()));
    }

    private Predicate<Instant> within(LocalDate from, LocalDate to) {
        return at -> {
            LocalDate date = LocalDate.ofInstant(at, zone);
            return !date.isBefore(from) && date.isBefore(to);
        };
    }

    private LocalDate bucketOf(LocalDate date, Bucket bucket) {
        return switch (bucket) {
            case DAY -> date;
            case WEEK -> startOfWeek(date);
            case MONTH -> LocalDate.of(date.getYear(), date.getMonth(), 1);
        };
    }

    private LocalDate startOfWeek(LocalDate date) {
        LocalDate day = date;
        while (day.getDayOfWeek() != weekStart) {
            day = day.minusDays(1);
        }
        return day;
    }

    private static <T> List<T> distinct(Stream<T> values) {
        return values.filter(Objects::nonNull).distinct().sorted().toList();
    }

    private static ConversationRow row(Row row) {
        Told told = row.told();
        String decided = told.settled() ? told.outcome() : "PENDING";
        return new ConversationRow(
                told.id(),
                "shop",
                "c-" + told.id(),
                told.channel(),
                told.language(),
                told.agentName(),
                told.beganAt(),
                told.firstPartAt(),
                ConversationState.valueOf(told.handled() ? decided : "OPEN"),
                told.question(),
                row.at());
    }
}
