package org.answerloop.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** Events over HTTP into PostgreSQL, beside COPY of the same rows and beside one JPA transaction for every event. */
final class IngestBenchmark implements Benchmark {

    private static final System.Logger LOG = System.getLogger(IngestBenchmark.class.getName());

    private static final String DATABASE = "answerloop";
    private static final double LEAST_OF_COPY = 1.0 / 6;
    private static final double LEAST_OF_ONE_BY_ONE = 10;
    private static final double LEAST_FLATNESS = 0.9;

    private final int events;
    private final int senders;
    private final int batch;
    private final int warmUp;
    private final int oneByOne;
    private final int singleSeconds;

    IngestBenchmark(Options options) {
        events = options.number("events", 200_000);
        senders = options.number("senders", 3);
        batch = options.number("batch", 1_000);
        // So long the compiler is at work.
        warmUp = options.number("warm-up", 400_000);
        oneByOne = options.number("one-by-one", 30_000);
        singleSeconds = options.number("single-seconds", 20);
    }

    @Override
    public Result measure() throws IOException, SQLException, InterruptedException {
        Result result = new Result("Taking events in");
        try (Postgres postgres = Postgres.start()) {
            postgres.create(DATABASE);
            Progress taken;
            try (Server server =
                    Server.start(postgres.settings(DATABASE, Map.of("ANSWERLOOP_EVALUATION_INTERVAL", "PT24H")))) {
                Batches batches = new Batches(new Sender(server), senders, batch);
                batches.send("warm-up", warmUp);
                double heapBefore = server.liveHeap();
                LOG.log(System.Logger.Level.INFO, "Sending {0} events.", events);
                CpuTime before = CpuTime.now(server, postgres);
                taken = batches.send("desk", events);
                CpuTime cpu = CpuTime.now(server, postgres).since(before);
                double heapAfter = server.liveHeap();
                result.row(
                        "events over HTTP, %d senders, %d a request".formatted(senders, batch),
                        Result.rate(taken.rate(), "events"),
                        "");
                result.row("CPU time an event: server, PostgreSQL, senders", cpu.perEvent(taken.done()), "");
                result.ratio("last tenth over the first", taken.flatness(), LEAST_FLATNESS);
                result.row(
                        "live heap of the server before and after (-Xmx512m)",
                        "%.0f MiB, %.0f MiB".formatted(heapBefore, heapAfter),
                        "flat");
                new SingleEvents(batches, singleSeconds).measure(result);
            }
            compareWithCopy(postgres, taken, result);
            compareWithOneByOne(postgres, taken, result);
        }
        result.note("%,d events, after %,d to warm up; PostgreSQL keeps its commits (fsync on), as delivered otherwise."
                .formatted(events, warmUp));
        result.note(
                "The senders, the server and PostgreSQL share the machine; COPY has it to itself, in one connection.");
        return result;
    }

    private static void compareWithCopy(Postgres postgres, Progress taken, Result result)
            throws SQLException, IOException {
        LOG.log(System.Logger.Level.INFO, "Copying the same rows.");
        long inInbox = count(postgres, "inbox_event");
        postgres.createMigrated("copied");
        CopyBaseline.Load load = new CopyBaseline(postgres).measure(DATABASE, "copied");
        double rate = inInbox / load.seconds();
        result.row(
                "COPY of the same rows into the same tables with the same indexes",
                "%s (%,d rows of %,d events in %.1f s)"
                        .formatted(Result.rate(rate, "events"), load.rows(), inInbox, load.seconds()),
                "");
        result.ratio("events over HTTP over COPY", taken.rate() / rate, LEAST_OF_COPY);
    }

    private void compareWithOneByOne(Postgres postgres, Progress taken, Result result)
            throws SQLException, IOException, InterruptedException {
        LOG.log(System.Logger.Level.INFO, "Taking events in one by one.");
        int each = oneByOne / senders;
        List<Feed> feeds = Feed.several("one", senders, 2 * each);
        // Into the tables that the others are in: in empty ones both would be faster.
        double rate = new OneByOne(postgres).measure(DATABASE, feeds, each, each);
        for (Feed feed : feeds) {
            feed.close();
        }
        result.row(
                "one JPA transaction an event into the same tables, %d threads, without a server or HTTP"
                        .formatted(senders),
                Result.rate(rate, "events"),
                "");
        result.ratio("events over HTTP over one by one", taken.rate() / rate, LEAST_OF_ONE_BY_ONE);
    }

    private static long count(Postgres postgres, String table) throws SQLException {
        try (Connection connection = postgres.open(DATABASE);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
