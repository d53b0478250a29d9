package org.answerloop.report.application;

import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.answerloop.conversation.model.ConversationState;
import org.answerloop.fixture.MigratedDatabase;
import org.answerloop.report.application.ReportStory.Rated;
import org.answerloop.report.application.ReportStory.Told;
import org.answerloop.report.infrastructure.ConversationReportSource;
import org.answerloop.report.model.Bucket;
import org.answerloop.report.model.ConversationList;
import org.answerloop.report.model.ConversationRow;
import org.answerloop.report.model.Figure;
import org.answerloop.report.model.FilterChoices;
import org.answerloop.report.model.Impact;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.Point;
import org.answerloop.report.model.Report;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.Tile;
import org.answerloop.settings.Settings;
import org.answerloop.settings.SettingsReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every figure is counted a second time here, in plain Java over the same conversations, and has to be the same. */
class ReportsTest {

    private static final Instant NOW = Instant.parse("2026-11-04T09:41:12.345678Z");
    private static final List<String> ZONES =
            List.of("Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu");

    private ReportStory story;
    private Reports reports;
    private ZoneId zone;
    private DayOfWeek weekStart;
    private Random random;

    static Stream<Arguments> stories() {
        return Stream.concat(
                LongStream.rangeClosed(1, 8).mapToObj(seed -> Arguments.of(MigratedDatabase.H2, seed, 12)),
                Stream.of(Arguments.of(MigratedDatabase.POSTGRESQL, 9L, 3)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("stories")
    void every_figure_is_what_its_conversations_say(MigratedDatabase database, long seed, int filters)
            throws SQLException {
        tell(database, seed);
        for (int i = 0; i < filters; i++) {
            ReportFilter filter = randomFilter();
            for (Metric metric : Metric.values()) {
                compare(metric, filter);
            }
            compareImpact(filter);
        }
        compareChoices();
    }

    private void compare(Metric metric, ReportFilter filter) {
        Report report = reports.report(metric, filter);
        List<Told> cohort = story.conversations.stream()
                .filter(told -> told.counts() && told.handled() && matches(told, filter))
                .filter(told -> !cohortDay(told).isBefore(filter.from())
                        && cohortDay(told).isBefore(filter.to()))
                .toList();

        assertThat(report.total()).isEqualTo(figure(metric, cohort));
        assertThat(report.settledUntil()).isEqualTo(settledUntil(filter));
        assertThat(report.refreshedAt()).isEqualTo(NOW);
        assertThat(report.zone()).isEqualTo(zone);
        assertThat(report.series()).isEqualTo(series(metric, filter, cohort));
        assertThat(report.series().stream()
                        .mapToLong(point -> counted(metric, point.figure()))
                        .sum())
                .isEqualTo(counted(metric, report.total()));
        assertThat(report.countsByKey().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(metric == Metric.HANDLED_BY_CHANNEL ? cohort.size() : 0);

        compareConversations(metric, filter, null, null, report.total(), cohort);
        for (Point point : report.series()) {
            List<Told> behind = cohort.stream()
                    .filter(told -> bucketOf(told, filter.bucket()).equals(point.bucket()))
                    .filter(told -> point.key() == null || told.channel().equals(point.key()))
                    .toList();
            compareConversations(metric, filter, point.bucket(), point.key(), point.figure(), behind);
        }
    }

    private void compareConversations(
            Metric metric, ReportFilter filter, LocalDate bucket, String key, Figure figure, List<Told> behind) {
        List<Told> expected = behind.stream()
                .filter(metric == Metric.RESOLUTION_RATE ? Told::settled : Told::handled)
                .sorted(Comparator.comparing(Told::firstPartAt)
                        .thenComparing(Told::id)
                        .reversed())
                .toList();
        int limit = 1 + random.nextInt(60);
        List<ConversationRow> rows = new ArrayList<>();
        String cursor = null;
        do {
            ConversationList page = reports.conversations(metric, filter, bucket, key, cursor, limit);
            assertThat(page.total()).isEqualTo(counted(metric, figure));
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(limit);
            rows.addAll(page.rows());
            cursor = page.next();
        } while (cursor != null);

        assertThat(rows).isEqualTo(expected.stream().map(ReportsTest::row).toList());
        assertThat(rows).hasSize((int) counted(metric, figure));
    }

    private void compareImpact(ReportFilter filter) {
        Impact impact = reports.impact(filter);
        LocalDate began = startOfWeek(LocalDate.ofInstant(NOW, zone));
        Instant from = began.atStartOfDay(zone).toInstant();
        Instant previousFrom = began.minusDays(7).atStartOfDay(zone).toInstant();
        Instant previousTo = NOW.atZone(zone).minusDays(7).toInstant();

        assertThat(List.of(impact.from(), impact.to(), impact.previousFrom(), impact.previousTo()))
                .containsExactly(from, NOW, previousFrom, previousTo);
        assertThat(impact.tiles())
                .extracting(Tile::key)
                .containsExactly("handled", "resolved", "time_to_resolution", "deflection_rate", "helpful_rate");
        assertThat(impact.tiles()).extracting(Tile::current).isEqualTo(impactFigures(filter, from, NOW));
        assertThat(impact.tiles())
                .extracting(Tile::previous)
                .isEqualTo(impactFigures(filter, previousFrom, previousTo));
    }

    private List<Figure> impactFigures(ReportFilter filter, Instant from, Instant to) {
        Predicate<Instant> within = at -> at != null && !at.isBefore(from) && at.isBefore(to);
        List<Told> eligible = story.conversations.stream()
                .filter(told -> told.counts() && matches(told, filter))
                .toList();
        List<Told> verdicts =
                eligible.stream().filter(told -> within.test(told.deadline())).toList();
        List<Long> durations = verdicts.stream()
                .map(Told::resolutionMillis)
                .filter(Objects::nonNull)
                .toList();
        long deflected = verdicts.stream().filter(Told::deflected).count();
        List<Rated> rated = story.feedback.stream()
                .filter(given -> within.test(given.at()) && eligible.contains(given.conversation()))
                .toList();
        long helpful = rated.stream().filter(Rated::helpful).count();
        Double mean = durations.isEmpty()
                ? null
                : durations.stream().mapToLong(Long::longValue).sum() / 1000.0 / durations.size();
        return List.of(
                count(
                        eligible.stream()
                                .filter(told -> within.test(told.firstPartAt()))
                                .count(),
                        null),
                count(verdicts.stream().filter(Told::resolved).count(), null),
                new Figure(mean, null, (long) durations.size(), null, null, null),
                new Figure(share(deflected, verdicts.size()), deflected, (long) verdicts.size(), null, null, null),
                new Figure(share(helpful, rated.size()), helpful, (long) rated.size(), null, null, null));
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

    private List<Point> series(Metric metric, ReportFilter filter, List<Told> cohort) {
        boolean keyed = metric == Metric.HANDLED_BY_CHANNEL;
        List<String> keys = distinct(cohort.stream().map(Told::channel));
        List<LocalDate> buckets =
                distinct(filter.from().datesUntil(filter.to()).map(date -> bucketOf(date, filter.bucket())));
        List<Point> series = new ArrayList<>();
        for (LocalDate bucket : buckets) {
            List<Told> inBucket = cohort.stream()
                    .filter(told -> bucketOf(told, filter.bucket()).equals(bucket))
                    .toList();
            if (keyed) {
                keys.forEach(key -> series.add(new Point(bucket, key, figure(metric, onChannel(key, inBucket)))));
            } else {
                series.add(new Point(bucket, null, figure(metric, inBucket)));
            }
        }
        return series;
    }

    private static Figure figure(Metric metric, List<Told> cohort) {
        long settled = cohort.stream().filter(Told::settled).count();
        long resolved = cohort.stream().filter(Told::resolved).count();
        long pending = cohort.size() - settled;
        return switch (metric) {
            case HANDLED, HANDLED_BY_CHANNEL -> count(cohort.size(), pending);
            case RESOLUTION_RATE ->
                new Figure(
                        share(resolved, settled),
                        resolved,
                        settled,
                        pending,
                        share(resolved, cohort.size()),
                        share(resolved + pending, cohort.size()));
        };
    }

    private LocalDate settledUntil(ReportFilter filter) {
        LocalDate yesterday = LocalDate.ofInstant(NOW, zone).minusDays(1);
        Optional<LocalDate> beforePending = story.conversations.stream()
                .filter(told -> told.counts() && told.handled() && !told.settled() && matches(told, filter))
                .map(told -> cohortDay(told).minusDays(1))
                .min(Comparator.naturalOrder());
        return beforePending.filter(date -> date.isBefore(yesterday)).orElse(yesterday);
    }

    private void tell(MigratedDatabase database, long seed) throws SQLException {
        random = new Random(seed);
        zone = ZoneId.of(ZONES.get((int) (seed % ZONES.size())));
        weekStart = seed % 3 == 0 ? DayOfWeek.SUNDAY : DayOfWeek.MONDAY;
        story = new ReportStory(seed, zone, NOW, 700);
        DataSource dataSource = database.open("reports" + seed);
        story.write(dataSource);
        Map<String, String> configured =
                Map.of("answerloop.reporting.zone", zone.getId(), "answerloop.week.start", weekStart.name());
        Settings settings =
                new SettingsReader(name -> Optional.ofNullable(configured.get(name))).read(configured.keySet());
        reports = new Reports(new ConversationReportSource(dataSource), settings, Clock.fixed(NOW, ZoneOffset.UTC));
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

    private static boolean matches(Told told, ReportFilter filter) {
        return (filter.channel() == null || filter.channel().equals(told.channel()))
                && (filter.agent() == null || filter.agent().equals(told.agentId()))
                && (filter.language() == null || filter.language().equals(told.language()));
    }

    private LocalDate cohortDay(Told told) {
        return LocalDate.ofInstant(told.firstPartAt(), zone);
    }

    private LocalDate bucketOf(Told told, Bucket bucket) {
        return bucketOf(cohortDay(told), bucket);
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

    private static long counted(Metric metric, Figure figure) {
        return metric == Metric.RESOLUTION_RATE ? figure.denominator() : Math.round(figure.value());
    }

    private static List<Told> onChannel(String channel, List<Told> cohort) {
        return cohort.stream().filter(told -> told.channel().equals(channel)).toList();
    }

    private static Figure count(long value, Long pending) {
        return new Figure((double) value, null, null, pending, null, null);
    }

    private static Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    private static <T> List<T> distinct(Stream<T> values) {
        return values.filter(Objects::nonNull).distinct().sorted().toList();
    }

    private static ConversationRow row(Told told) {
        return new ConversationRow(
                told.id(),
                "shop",
                "c-" + told.id(),
                told.channel(),
                told.language(),
                told.agentName(),
                told.beganAt(),
                told.firstPartAt(),
                ConversationState.valueOf(told.settled() ? told.outcome() : "PENDING"),
                told.question());
    }
}
