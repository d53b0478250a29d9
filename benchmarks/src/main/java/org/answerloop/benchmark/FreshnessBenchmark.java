package org.answerloop.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** How far behind the counted days are while events come at a steady rate, and what those feel who open the reports. */
final class FreshnessBenchmark implements Benchmark {

    private static final String DATABASE = "answerloop";
    private static final int PER_SECOND = 1_000;
    private static final int BATCH = 50;
    private static final double MOST_SECONDS_BEHIND = 60;
    private static final long NANOS_OF_A_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final int warmUp;
    private final int seconds;

    FreshnessBenchmark(Options options) {
        warmUp = options.number("warm-up", 60_000);
        seconds = options.number("seconds", 90);
    }

    @Override
    public Result measure() throws IOException, SQLException, InterruptedException {
        Result result = new Result("Freshness of the counted days");
        try (Postgres postgres = Postgres.start()) {
            postgres.create(DATABASE);
            // The interval of the refresh is the one that is delivered.
            try (Server server = Server.start(postgres.settings(DATABASE, Map.of()))) {
                Batches batches = new Batches(new Sender(server), 2, PER_SECOND);
                batches.send("warm-up", warmUp);
                Visitor visitor = Visitor.signedIn(server);
                while (StaleWords.waiting(postgres, DATABASE) > 0) {
                    TimeUnit.SECONDS.sleep(1);
                }
                measure(postgres, batches.sender(), visitor, result);
            }
        }
        result.note("%,d events in batches to warm up, then %,d/s for %d seconds, %d a request; refreshed every 15 s."
                .formatted(warmUp, PER_SECOND, seconds, BATCH));
        return result;
    }

    private void measure(Postgres postgres, Sender sender, Visitor visitor, Result result)
            throws IOException, SQLException, InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        List<Double> pages = new ArrayList<>();
        try (StaleWords words = new StaleWords(postgres, DATABASE);
                Feed feed = Feed.ofTheseDays("steady", PER_SECOND * seconds)) {
            double[] took = new double[1];
            Parallel.run(List.of(
                    () -> {
                        try {
                            took[0] = send(sender, feed);
                        } finally {
                            stop.set(true);
                        }
                        return null;
                    },
                    () -> {
                        words.watch(stop);
                        return null;
                    },
                    () -> {
                        while (!stop.get()) {
                            pages.add(
                                    visitor.time("/reporting/index.xhtml", 0, 1).median());
                            TimeUnit.SECONDS.sleep(1);
                        }
                        return null;
                    }));
            result.row("events taken in", Result.rate(PER_SECOND * seconds / took[0], "events"), "");
            result.row(
                    "from a change to its day counted again: the longest",
                    "%.0f s".formatted(words.longestSeconds()),
                    Result.atMost(words.longestSeconds(), MOST_SECONDS_BEHIND, "≤ 60 s"));
        }
        Latencies page =
                new Latencies(pages.stream().mapToDouble(Double::doubleValue).toArray(), 0, 0);
        result.row(
                "the page with all reports meanwhile, which counts what changed itself: median, p95",
                "%.0f ms, %.0f ms".formatted(page.median(), page.p95()),
                "");
    }

    /** @return seconds until all were answered */
    private double send(Sender sender, Feed feed) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        for (int sent = 0; sent < PER_SECOND * seconds; sent += BATCH) {
            long due = begun + sent * NANOS_OF_A_SECOND / PER_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            sender.send(feed.next(BATCH));
        }
        return (System.nanoTime() - begun) / (double) NANOS_OF_A_SECOND;
    }
}
