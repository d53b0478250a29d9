package org.answerloop.report.application;

import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.answerloop.conversation.application.EligibilityChanged;
import org.answerloop.fixture.MigratedDatabase;
import org.answerloop.kernel.Sql;
import org.answerloop.report.application.ReportStory.Told;
import org.answerloop.report.infrastructure.ConversationReportSource;
import org.answerloop.report.infrastructure.RollupReportSource;
import org.answerloop.report.infrastructure.RollupTables;
import org.answerloop.report.infrastructure.StaleFiguresInDatabase;
import org.answerloop.report.model.Bucket;
import org.answerloop.report.model.ImpactFigure;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.settings.Settings;
import org.answerloop.settings.SettingsReader;

import static org.assertj.core.api.Assertions.assertThat;

/** A story in a database of its own, read by the rollup and directly, and the days and weeks that it is counted by. */
final class ReportWorld {

    static final Instant NOW = Instant.parse("2026-11-04T09:41:12.345678Z");
    private static final List<String> ZONES =
            List.of("Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu");

    final ReportStory story;
    final ZoneId zone;
    final Random random;
    private final long seed;
    private final DayOfWeek weekStart;

    /** By the rollup, of which some days are counted and some are stale. */
    Figures reports;

    Figures direct;

    ReportWorld(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        this.zone = ZoneId.of(ZONES.get((int) (seed % ZONES.size())));
        this.weekStart = seed % 3 == 0 ? DayOfWeek.SUNDAY : DayOfWeek.MONDAY;
        this.story = new ReportStory(seed, zone, NOW, 700);
    }

    LocalDate settledUntil(ReportFilter filter) {
        LocalDate yesterday = LocalDate.ofInstant(NOW, zone).minusDays(1);
        Optional<LocalDate> beforePending = story.conversations.stream()
                .filter(told -> told.counts() && told.handled() && !told.settled() && matches(told, filter))
                .map(told -> LocalDate.ofInstant(told.firstPartAt(), zone).minusDays(1))
                .min(Comparator.naturalOrder());
        return beforePending.filter(date -> date.isBefore(yesterday)).orElse(yesterday);
    }

    /**
     * Writes the story down, some of it once the rest was counted and asked for.
     *
     * @param count how many filters to ask for are returned
     */
    List<ReportFilter> tell(MigratedDatabase database, int count) throws SQLException {
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

    ReportOracle oracle(ReportFilter filter) {
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

    Predicate<Instant> within(LocalDate from, LocalDate to) {
        return at -> {
            LocalDate date = LocalDate.ofInstant(at, zone);
            return !date.isBefore(from) && date.isBefore(to);
        };
    }

    LocalDate bucketOf(LocalDate date, Bucket bucket) {
        return switch (bucket) {
            case DAY -> date;
            case WEEK -> startOfWeek(date);
            case MONTH -> LocalDate.of(date.getYear(), date.getMonth(), 1);
        };
    }

    LocalDate startOfWeek(LocalDate date) {
        LocalDate day = date;
        while (day.getDayOfWeek() != weekStart) {
            day = day.minusDays(1);
        }
        return day;
    }
}
