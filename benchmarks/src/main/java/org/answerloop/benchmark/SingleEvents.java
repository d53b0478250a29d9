package org.answerloop.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Single events at a steady rate, alone and while other sources send batches.
 *
 * @param batches what the others do
 * @param seconds how long each of the two is measured
 */
record SingleEvents(Batches batches, int seconds) {

    private static final System.Logger LOG = System.getLogger(SingleEvents.class.getName());

    private static final int PER_SECOND = 200;
    private static final int SECONDS_TO_WARM_UP = 10;

    /** More than a server takes in, so that the others do not come to an end. */
    private static final int BESIDE_PER_SECOND = 12_000;

    void measure(Result result) throws IOException, InterruptedException {
        SteadySender steady = new SteadySender(batches.sender());
        int count = PER_SECOND * (SECONDS_TO_WARM_UP + seconds);
        try (Feed feed = Feed.ofTheseDays("single", 2 * count)) {
            report("alone", steady.send(feed.next(count), PER_SECOND, SECONDS_TO_WARM_UP), result);
            AtomicBoolean stop = new AtomicBoolean();
            Progress beside = new Progress();
            List<Callable<Void>> work = new ArrayList<>(batches.sending(
                    "beside", BESIDE_PER_SECOND * (SECONDS_TO_WARM_UP + seconds) / batches.senders(), beside, stop));
            work.add(() -> {
                try {
                    report("beside batches", steady.send(feed.next(count), PER_SECOND, SECONDS_TO_WARM_UP), result);
                } finally {
                    stop.set(true);
                }
                return null;
            });
            Parallel.run(work);
            result.row("the batches beside them", Result.rate(beside.rate(), "events"), "");
        }
    }

    private static void report(String how, Latencies latencies, Result result) {
        LOG.log(
                System.Logger.Level.INFO,
                "Single events {0}; the longest of each second, in ms: {1}",
                how,
                latencies.longestOfEachSecond());
        result.row(
                "single events, %d/s, %s: median, p99, longest".formatted(PER_SECOND, how),
                "%.0f ms, %.0f ms, %.0f ms%s"
                        .formatted(
                                latencies.median(),
                                latencies.p99(),
                                latencies.longest(),
                                latencies.refused() == 0
                                        ? ""
                                        : ", %d not taken at once".formatted(latencies.refused())),
                "p99 < 50 ms");
    }
}
