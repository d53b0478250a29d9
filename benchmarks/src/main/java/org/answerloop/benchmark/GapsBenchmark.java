package org.answerloop.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import javax.sql.DataSource;

import org.answerloop.gap.application.CountStaleTopics;
import org.answerloop.gap.application.TopicCounts;
import org.answerloop.gap.application.Topics;
import org.answerloop.gap.model.TopicFilter;
import org.answerloop.gap.model.TopicList;
import org.answerloop.gap.model.TopicSelection;
import org.answerloop.kernel.Sql;
import org.answerloop.report.application.BeginGeneration;
import org.answerloop.report.application.Figures;
import org.answerloop.report.application.RefreshChunk;
import org.answerloop.report.infrastructure.RollupReportSource;
import org.answerloop.report.infrastructure.RollupTables;
import org.answerloop.report.model.ReportCalendar;
import org.answerloop.settings.Settings;
import org.answerloop.settings.SettingsReader;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** How long it takes to page through very many knowledge gaps, on both databases, in the code that the server runs. */
final class GapsBenchmark implements Benchmark {

    private static final System.Logger LOG = System.getLogger(GapsBenchmark.class.getName());

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final int ROWS = 50;
    private static final int LAST_PAGE = 1_000;
    private static final int REPEATS = 15;
    private static final double MOST_MILLIS = 100;

    private final int topics;
    private final int questions;
    private final int conversations;

    GapsBenchmark(Options options) {
        topics = options.number("topics", 100_000);
        questions = options.number("questions", 300_000);
        conversations = options.number("conversations", 600_000);
    }

    @Override
    public Result measure() throws IOException, SQLException {
        Result result = new Result("Paging through knowledge gaps");
        try (Postgres postgres = Postgres.start()) {
            postgres.createMigrated("gaps");
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setUrl(postgres.url("gaps"));
            dataSource.setUser(Postgres.USER);
            dataSource.setPassword(Postgres.USER);
            fill(dataSource);
            postgres.settle("gaps");
            measure("PostgreSQL", dataSource, result);
        }
        Path folder = Files.createTempDirectory("gaps");
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:file:" + folder.resolve("gaps")
                + ";DB_CLOSE_DELAY=-1;WRITE_DELAY=0;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
        Flyway.configure().dataSource(dataSource).load().migrate();
        fill(dataSource);
        change(dataSource, "analyze");
        measure("H2", dataSource, result);
        change(dataSource, "shutdown");
        result.note("%,d topics, %,d questions, %,d conversations; %d rows a page, with the trend of each."
                .formatted(topics, questions, conversations, ROWS));
        return result;
    }

    private void measure(String database, DataSource dataSource, Result result) {
        LOG.log(System.Logger.Level.INFO, "Counting on {0}.", database);
        CountStaleTopics stale = new CountStaleTopics(dataSource, new TopicCounts(dataSource));
        long began = System.nanoTime();
        long last = stale.count(0);
        while (last > 0) {
            last = stale.count(last);
        }
        result.row(
                database + ": counting all topics",
                "%.1f s".formatted(Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0),
                "");
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Settings settings = new SettingsReader(name -> Optional.empty()).read(Set.of());
        countDays(new RollupTables(dataSource), settings, clock);
        Figures figures = new Figures(new RollupReportSource(dataSource, settings), settings, clock);
        Topics list = new Topics(dataSource, figures, new ReportCalendar(ZoneOffset.UTC, DayOfWeek.MONDAY), clock);
        String cursor = null;
        for (int page = 1; page < LAST_PAGE; page++) {
            cursor = list.list(TopicFilter.NONE, cursor, ROWS).next();
        }
        row(result, database + ": page 1", list, TopicFilter.NONE, null);
        row(result, database + ": page 1,000", list, TopicFilter.NONE, cursor);
        row(result, database + ": page 1, words", list, filter(null, null, "42"), null);
        row(result, database + ": page 1, four weeks", list, filter(null, NOW.minus(Duration.ofDays(28)), null), null);
        TopicFilter mail = filter("mail", null, null);
        row(result, database + ": page 1, a channel", list, mail, null);
        row(
                result,
                database + ": page 2, a channel",
                list,
                mail,
                list.list(mail, null, ROWS).next());
    }

    private static TopicFilter filter(String channel, Instant from, String words) {
        return new TopicFilter(TopicSelection.OPEN, null, channel, null, from, null, words);
    }

    private static void countDays(RollupTables rollup, Settings settings, Clock clock) {
        new BeginGeneration(rollup, settings, clock).begin();
        RefreshChunk refresh = new RefreshChunk(rollup, settings, clock);
        long upTo = rollup.latestStale();
        int counted = refresh.refresh(upTo);
        while (counted > 0) {
            counted = refresh.refresh(upTo);
        }
    }

    private static void row(Result result, String what, Topics list, TopicFilter filter, String cursor) {
        double[] millis = new double[REPEATS];
        for (int i = -3; i < REPEATS; i++) {
            long began = System.nanoTime();
            TopicList page = list.list(filter, cursor, ROWS);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - began) / 1e6;
            }
            if (page.rows().size() != ROWS) {
                throw new IllegalStateException(what + " has " + page.rows().size() + " rows");
            }
        }
        Latencies latencies = new Latencies(millis, 0, 0);
        boolean beforehand = !filter.choosesQuestions();
        result.row(
                what + ": median, p95",
                "%.0f ms, %.0f ms".formatted(latencies.median(), latencies.p95()),
                beforehand ? Result.atMost(latencies.p95(), MOST_MILLIS, "p95 ≤ 100 ms") : "");
    }

    /** Every topic has a question; the others are the more the earlier the topic is, up to thousands. */
    private void fill(DataSource dataSource) {
        LOG.log(System.Logger.Level.INFO, "Filling.");
        change(dataSource, "create table number (n bigint primary key)");
        Sql.updateAll(
                dataSource,
                "insert into number (n) values (?)",
                LongStream.rangeClosed(1, conversations)
                        .mapToObj(n -> new Object[] {n})
                        .toList());
        String at =
                "cast('2026-11-23T00:00:00Z' as timestamp with time zone) - mod(n * 7919, 63000000) * interval '1' second";
        change(dataSource, """
                insert into conversation (id, version, source, external_id, channel, ticket_closed, test, spam, redacted,
                  began_at, earliest_event_at, last_arrival_at, first_part_at, agent_id, message_count, reply_count,
                  outcome, deflected)
                select n, 1, 'shop', concat('c-', n), case when mod(n, 4) = 0 then 'mail' else 'chat' end, false,
                  mod(n, 50) = 7, false, false, AT, AT, AT, AT, 'a', 3, 1,
                  case when mod(n, 20) = 0 then null when mod(n, 3) = 0 then 'RESOLVED' else 'NOT_RESOLVED' end, false
                from number""".replace("AT", at));
        change(dataSource, """
                insert into topic (id, language, title, phrases, created_at)
                select n, 'en', concat('What about number ', n, '?'), concat('number · ', n), current_timestamp
                from number where n <= LAST""".replace("LAST", Integer.toString(topics)));
        change(dataSource, """
                insert into unanswered_question (id, conversation_id, event_id, asked_at, question, question_key,
                  topic_id, grouping_due)
                select n, n, concat('e-', n), AT, concat('What about it, asks visitor ', n, '?'), concat('k-', n),
                  case when n <= TOPICS then n
                  else 1 + floor(TOPICS * power(mod(n * 7919, 100003) / 100003.0, 3)) end, null
                from number where n <= LAST""".replace("AT", at)
                .replace("TOPICS", Integer.toString(topics))
                .replace("LAST", Integer.toString(questions)));
        change(dataSource, "insert into stale_topic (topic_id) select id from topic");
    }

    private static void change(DataSource dataSource, String statement) {
        new Sql().add(statement).update(dataSource);
    }
}
