package org.answerloop.report.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import org.answerloop.fixture.MigratedDatabase;
import org.answerloop.kernel.Sql;
import org.answerloop.report.application.RollupStore.Extent;
import org.answerloop.report.infrastructure.RollupReportSource;
import org.answerloop.report.infrastructure.RollupTables;
import org.answerloop.report.model.Bucket;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.settings.Settings;
import org.answerloop.settings.SettingsReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** One conversation of long ago: what lies between costs nothing, and no statement grows with it. */
class StaleStretchTest {

    private static final Instant NOW = Instant.parse("2026-11-04T09:41:12Z");
    private static final Instant LONG_AGO = Instant.parse("1970-01-02T10:00:00Z");
    private static final ReportFilter SINCE_THEN =
            new ReportFilter(LocalDate.of(1970, 1, 1), LocalDate.of(2026, 11, 5), Bucket.MONTH, null, null, null);

    @ParameterizedTest
    @EnumSource
    void only_days_that_have_conversations_are_counted(MigratedDatabase database) {
        DataSource dataSource = database.open("stretch");
        Map<String, String> configured = Map.of("answerloop.reporting.zone", "Europe/Paris");
        Settings settings =
                new SettingsReader(name -> Optional.ofNullable(configured.get(name))).read(configured.keySet());
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        RollupTables rollup = new RollupTables(dataSource);
        Figures figures = new Figures(new RollupReportSource(dataSource, settings), settings, clock);
        converse(dataSource, 1, LONG_AGO);
        converse(dataSource, 2, NOW.minusSeconds(86_400));

        new BeginGeneration(rollup, settings, clock).begin();

        assertThat(rollup.readable().orElseThrow().stale()).as("a stretch").hasSize(1);
        assertThat(handled(figures)).as("before it is counted").isEqualTo(2);

        RefreshChunk refresh = new RefreshChunk(rollup, settings, clock);
        long upTo = rollup.latestStale();
        int counted = 0;
        for (int days = refresh.refresh(upTo); days > 0; days = refresh.refresh(upTo)) {
            counted += days;
        }
        assertThat(counted).as("days that were counted").isBetween(2, 40);
        assertThat(rollup.readable().orElseThrow().stale()).isEmpty();
        assertThat(handled(figures)).as("once it is counted").isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void any_number_of_stretches_is_read(MigratedDatabase database) {
        DataSource dataSource = database.open("stretches");
        Map<String, String> configured = Map.of("answerloop.reporting.zone", "UTC");
        Settings settings =
                new SettingsReader(name -> Optional.ofNullable(configured.get(name))).read(configured.keySet());
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        RollupTables rollup = new RollupTables(dataSource);
        Figures figures = new Figures(new RollupReportSource(dataSource, settings), settings, clock);
        converse(dataSource, 1, LONG_AGO);
        new BeginGeneration(rollup, settings, clock).begin();
        RefreshChunk refresh = new RefreshChunk(rollup, settings, clock);
        assertThat(refresh.refresh(rollup.latestStale())).isPositive();

        // Every other day of 60 years, which is more than a statement has places for values.
        List<Extent> days = IntStream.range(0, 11_000)
                .mapToObj(i -> LONG_AGO.minusSeconds(36_000).plusSeconds(2L * 86_400 * i))
                .map(day -> new Extent(day, day.plusSeconds(86_400)))
                .toList();
        rollup.makeStale(days);

        assertThat(rollup.readable().orElseThrow().stale()).hasSize(11_000);
        assertThat(handled(figures)).isEqualTo(1);
        assertThat(figures.choices().channels()).containsExactly("web");
    }

    private static long handled(Figures figures) {
        return figures.report(Metric.HANDLED, SINCE_THEN).total().value().longValue();
    }

    private static void converse(DataSource dataSource, long id, Instant at) {
        new Sql()
                .add("insert into conversation (id, version, source, external_id, channel, ticket_closed, test, spam,")
                .add("redacted, began_at, earliest_event_at, last_arrival_at, first_part_at, message_count,")
                .add("reply_count) values (?, 1, 'desk', ?, 'web', false, false, false, false,", id, "c" + id)
                .add("?, ?, ?, ?, 1, 1)", at, at, at, at)
                .update(dataSource);
    }
}
