package org.answerloop.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

/** How long single events take, each answered when it is stored: the part of the intake's figures that takes a minute. */
final class SinglesBenchmark implements Benchmark {

    private static final String DATABASE = "answerloop";

    private final int senders;
    private final int batch;
    private final int warmUp;
    private final int seconds;

    SinglesBenchmark(Options options) {
        senders = options.number("senders", 3);
        batch = options.number("batch", 1_000);
        warmUp = options.number("warm-up", 40_000);
        seconds = options.number("seconds", 30);
    }

    @Override
    public Result measure() throws IOException, SQLException, InterruptedException {
        Result result = new Result("Single events");
        try (Postgres postgres = Postgres.start()) {
            postgres.create(DATABASE);
            try (Server server =
                    Server.start(postgres.settings(DATABASE, Map.of("ANSWERLOOP_EVALUATION_INTERVAL", "PT24H")))) {
                Batches batches = new Batches(new Sender(server), senders, batch);
                batches.send("warm-up", warmUp);
                new SingleEvents(batches, seconds).measure(result);
            }
        }
        result.note("%,d events in batches and ten seconds of single ones to warm up; %d senders, %d a batch."
                .formatted(warmUp, senders, batch));
        return result;
    }
}
