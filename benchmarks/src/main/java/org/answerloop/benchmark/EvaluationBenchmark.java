package org.answerloop.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Verdicts on conversations that are due, beside one UPDATE that writes the same columns of the same rows in a copy of
 * the table, and has to decide nothing.
 */
final class EvaluationBenchmark implements Benchmark {

    private static final System.Logger LOG = System.getLogger(EvaluationBenchmark.class.getName());

    private static final String DATABASE = "answerloop";
    private static final String UPDATED = "bare_update";
    private static final String COLUMNS =
            "outcome, deflected, verdict_deadline, decided_at, resolution_millis, findings";

    /** All verdicts of one chunk bear the time at which it began. The first fifth warms up. */
    private static final String RATE = """
            select count(*), extract(epoch from clock_timestamp() - min(decided_at))
              from conversation
             where decided_at >= (select percentile_disc(0.2) within group (order by decided_at) from conversation)""";

    private static final double LEAST = 1.0 / 8;
    private static final double WISHED = 1.0 / 4;
    private static final double NANOS = 1e9;
    private static final int SENDERS = 3;
    private static final int BATCH = 2_000;
    private static final int EVENTS_OF_A_CONVERSATION = 8;
    private static final int MINUTES_AT_MOST = 60;

    private final int conversations;
    private final int perEvaluation;

    EvaluationBenchmark(Options options) {
        conversations = options.number("conversations", 20_000);
        perEvaluation = options.number("chunk", 0);
    }

    @Override
    public Result measure() throws IOException, SQLException, InterruptedException {
        Result result = new Result("Giving verdicts");
        try (Postgres postgres = Postgres.start()) {
            postgres.create(DATABASE);
            try (Server server = Server.start(settings(postgres, "PT24H"))) {
                fill(server);
            }
            postgres.settle(DATABASE);
            postgres.copy(UPDATED, DATABASE);
            postgres.settle(UPDATED);
            double evaluated = evaluate(postgres, result);
            double updated = update(postgres, result);
            result.ratio("verdicts over UPDATE", evaluated / updated, LEAST);
            result.row(
                    "the same, as wished",
                    "",
                    "≥ %.2f: %s".formatted(WISHED, evaluated / updated >= WISHED ? "reached" : "not reached"));
        }
        result.note(
                "After a fifth to warm up. The evaluation reads what occurred, decides by the rule in Java and writes the verdict with its"
                        + " findings, in one thread; the UPDATE takes finished verdicts from a table beside it.");
        return result;
    }

    private Map<String, String> settings(Postgres postgres, String interval) {
        String chunk = perEvaluation == 0 ? "" : String.valueOf(perEvaluation);
        return postgres.settings(
                DATABASE,
                Map.of(
                        "ANSWERLOOP_EVALUATION_GRACE", "PT0S",
                        "ANSWERLOOP_EVALUATION_CHUNK", chunk,
                        "ANSWERLOOP_EVALUATION_INTERVAL", interval));
    }

    private void fill(Server server) throws IOException, InterruptedException {
        LOG.log(System.Logger.Level.INFO, "Filling a database with about {0} conversations.", conversations);
        new Batches(new Sender(server), SENDERS, BATCH).send("desk", conversations * EVENTS_OF_A_CONVERSATION);
    }

    /** Until nothing is due any more. */
    private double evaluate(Postgres postgres, Result result) throws IOException, SQLException, InterruptedException {
        LOG.log(System.Logger.Level.INFO, "Evaluating.");
        try (Server server = Server.start(settings(postgres, "PT10S"));
                Connection connection = postgres.open(DATABASE)) {
            for (int wait = 0; isDue(connection); wait++) {
                if (wait > TimeUnit.MINUTES.toSeconds(MINUTES_AT_MOST) * 20) {
                    throw new IllegalStateException("Not all conversations had their verdict in an hour");
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(RATE)) {
                rows.next();
                long verdicts = rows.getLong(1);
                double rate = verdicts / rows.getDouble(2);
                result.row("verdicts given", "%s (%,d)".formatted(Result.rate(rate, "conversations"), verdicts), "");
                return rate;
            } finally {
                LOG.log(System.Logger.Level.INFO, "Live heap {0} MiB.", Math.round(server.liveHeap()));
            }
        }
    }

    private static boolean isDue(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select exists (select 1 from conversation where due_at <= current_timestamp)")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private static double update(Postgres postgres, Result result) throws SQLException, IOException {
        LOG.log(System.Logger.Level.INFO, "Updating the copy.");
        postgres.run(UPDATED, "create table verdict as select id, version, " + COLUMNS + " from conversation limit 0");
        CopyBaseline.transfer(
                postgres,
                DATABASE,
                "select id, version, " + COLUMNS + " from conversation where outcome is not null",
                UPDATED,
                "verdict");
        postgres.run(UPDATED, "alter table verdict add primary key (id)");
        postgres.settle(UPDATED);
        try (Connection connection = postgres.open(UPDATED);
                Statement statement = connection.createStatement()) {
            long begun = System.nanoTime();
            int rows = statement.executeUpdate("update conversation c set version = v.version, due_at = null,"
                    + " outcome = v.outcome, deflected = v.deflected, verdict_deadline = v.verdict_deadline,"
                    + " decided_at = v.decided_at, resolution_millis = v.resolution_millis, findings = v.findings"
                    + " from verdict v where v.id = c.id");
            double rate = rows / ((System.nanoTime() - begun) / NANOS);
            result.row(
                    "one UPDATE of the same columns of the same rows",
                    "%s (%,d)".formatted(Result.rate(rate, "conversations"), rows),
                    "");
            return rate;
        }
    }
}
