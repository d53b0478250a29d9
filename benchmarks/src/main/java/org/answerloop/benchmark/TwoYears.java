package org.answerloop.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Any number of conversations over two years, as the intake and the evaluation would have left them. The sample company's
 * half a year is taken in by a server and given its verdicts; the rest are copies of those rows, each copy moved back by
 * whole weeks and a few seconds, so that everything that depends on time stays as it was. What still waits for its
 * verdict is copied only where it would still wait. The inbox, which no report reads, holds the originals alone.
 */
final class TwoYears {

    private static final System.Logger LOG = System.getLogger(TwoYears.class.getName());

    private static final double NANOS = 1e9;
    private static final int TOLD = 20_000;
    private static final int PARTS = 4;
    private static final int MINUTES_TO_TELL = 15;

    /** One less than the sample has, so that no part of the two years is without. */
    private static final int WEEKS_OF_A_PART = 25;

    private static final int SECONDS_BETWEEN_COPIES = 7;

    private static final List<String> TABLES =
            List.of("conversation", "message", "handoff", "handoff_request", "feedback", "unanswered_question");

    /** The findings name moments, too. */
    private static final String MOVE_FINDINGS = """
            create function moved(findings text, back interval) returns text language sql immutable as $$
              select jsonb_build_object('list', jsonb_agg(jsonb_set(finding, '{at}', to_jsonb(to_char(
                       ((finding ->> 'at')::timestamptz - back) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))
                       order by place))::text
                from jsonb_array_elements(findings::jsonb -> 'list') with ordinality as each (finding, place)
            $$""";

    private final Postgres postgres;
    private final String database;
    private int copies;

    private TwoYears(Postgres postgres, String database) {
        this.postgres = postgres;
        this.database = database;
    }

    /** The original half a year; {@link #growTo} adds the copies. */
    static TwoYears begin(Postgres postgres, String database, int atMost)
            throws IOException, SQLException, InterruptedException {
        int told = Math.min(TOLD, atMost);
        LOG.log(System.Logger.Level.INFO, "Taking in {0} conversations.", told);
        Map<String, String> settings = postgres.settings(
                database,
                Map.of(
                        "ANSWERLOOP_SAMPLE", String.valueOf(told),
                        "ANSWERLOOP_EVALUATION_GRACE", "PT0S",
                        "ANSWERLOOP_EVALUATION_INTERVAL", "PT2S"));
        TwoYears history = new TwoYears(postgres, database);
        try (Server server = Server.start(settings)) {
            history.await(told, server.process());
        }
        postgres.run(database, MOVE_FINDINGS);
        postgres.run(
                database,
                "create table original as select id, outcome is not null or first_part_at is null as settled from conversation");
        postgres.run(database, "create table copy (number bigint primary key, back interval not null)");
        return history;
    }

    /** Adds copies until there are about that many conversations, and brings the statistics up to date. */
    void growTo(int conversations) throws SQLException, InterruptedException {
        int originals = (int) number("select count(*) from original");
        int wanted = Math.max(0, (int) Math.round((double) conversations / originals) - 1);
        LOG.log(System.Logger.Level.INFO, "Growing from {0} to {1} copies of each.", copies, wanted);
        if (wanted > copies) {
            announce(copies + 1, wanted);
            Bare bare = Bare.make(postgres, database, TABLES);
            List<String> statements = statements();
            Parallel.run(statements.stream().map(this::running).toList());
            bare.restore();
            advanceSequences();
            forgetWhatWasCounted();
            copies = wanted;
        }
        postgres.settle(database);
    }

    private void await(int conversations, ProcessHandle server) throws SQLException, InterruptedException {
        for (int second = 0; second < TimeUnit.MINUTES.toSeconds(MINUTES_TO_TELL) && server.isAlive(); second++) {
            TimeUnit.SECONDS.sleep(1);
            long told = number("select case when to_regclass('conversation') is null then 0 else 1 end");
            if (told == 1
                    && number("select count(*) from conversation") == conversations
                    && number("select count(*) from conversation where due_at <= now()") == 0) {
                return;
            }
        }
        throw new IllegalStateException("The sample was not in, with its verdicts, in " + MINUTES_TO_TELL + " minutes");
    }

    /** @return seconds until a server has counted every day */
    double awaitCounts() throws SQLException, InterruptedException {
        long begun = System.nanoTime();
        while (number("select count(*) from daily_rollup") == 0 || number("select count(*) from stale_span") > 0) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return (System.nanoTime() - begun) / NANOS;
    }

    private void announce(int from, int to) throws SQLException {
        postgres.run(database, "truncate copy");
        postgres.run(
                database,
                "insert into copy select number, make_interval(weeks => (number %% %d) * %d, secs => number / %d * %d)"
                                .formatted(PARTS, WEEKS_OF_A_PART, PARTS, SECONDS_BETWEEN_COPIES)
                        + " from generate_series(%d, %d) as number".formatted(from, to));
    }

    private List<String> statements() throws SQLException {
        try (Connection connection = postgres.open(database)) {
            return TABLES.stream()
                    .map(table -> CopyStatement.of(connection, table))
                    .toList();
        }
    }

    private Callable<Void> running(String statement) {
        return () -> {
            postgres.run(database, statement);
            return null;
        };
    }

    /** The next server that starts finds nothing counted and counts every day. */
    private void forgetWhatWasCounted() throws SQLException {
        postgres.run(database, "truncate rollup_generation, daily_rollup, stale_span");
    }

    /** So that a server that works on the tables takes no number twice. */
    private void advanceSequences() throws SQLException {
        for (String table : TABLES) {
            postgres.run(
                    database,
                    "select setval('%s_seq', (max(id) / 500 + 2) * 500) from %s having max(id) is not null"
                            .formatted(table, table));
        }
    }

    private long number(String query) throws SQLException {
        try (Connection connection = postgres.open(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
