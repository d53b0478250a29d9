package org.answerloop.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.answerloop.embedding.infrastructure.BgeSmallEmbedder;

/** How often the agent finds the right short answer, and how long it waits for it where there are very many. */
final class AnswersBenchmark implements Benchmark {

    private static final String DATABASE = "answerloop";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double NANOS_OF_A_MILLI = 1e6;
    private static final double NANOS_OF_A_SECOND = 1e9;
    private static final double AIM = 20;

    private final int answers;
    private final int draws;
    private final int seed;
    private final int warmUp;
    private final int requests;

    AnswersBenchmark(Options options) {
        answers = options.number("answers", 50_000);
        draws = options.number("draws", 5);
        seed = options.number("seed", 77);
        warmUp = options.number("warm-up", 3_000);
        requests = options.number("requests", 2_000);
    }

    @Override
    public Result measure() throws IOException, SQLException, InterruptedException {
        Result result = new Result("Short answers");
        new RightAnswers(draws, seed).measure(result);
        try (Postgres postgres = Postgres.start()) {
            postgres.createMigrated(DATABASE);
            fill(postgres, result);
            try (Server server = Server.start(postgres.settings(DATABASE, Map.of()))) {
                awaitUnderstanding(server, result);
                ask(server, result);
            }
        }
        result.note(
                ("%,d published answers of one language; %,d questions to warm up and %,d that are measured, one after the other, over"
                                + " HTTP, with the check of the key, the embedding of the question and the JSON.")
                        .formatted(answers, warmUp, requests));
        return result;
    }

    private void fill(Postgres postgres, Result result) throws SQLException {
        long began = System.nanoTime();
        try (Connection connection = postgres.open(DATABASE);
                BgeSmallEmbedder embedder = BgeSmallEmbedder.load(
                        Path.of(System.getProperty("java.io.tmpdir"), "answerloop-model"), Clock.systemUTC())) {
            new AnswerLibrary(seed).fill(connection, answers, embedder);
        }
        result.row(
                "asking the model about every answer, once for all servers",
                "%.0f s".formatted((System.nanoTime() - began) / NANOS_OF_A_SECOND),
                "");
    }

    private void awaitUnderstanding(Server server, Result result) throws IOException, InterruptedException {
        Visitor visitor = Visitor.withKey(server);
        long began = System.nanoTime();
        while (!areUnderstood(visitor)) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
        result.row(
                "once the server is ready, until all are found by words and meaning",
                "%.0f s".formatted((System.nanoTime() - began) / NANOS_OF_A_SECOND),
                "");
    }

    private boolean areUnderstood(Visitor visitor) throws IOException, InterruptedException {
        for (JsonNode check : JSON.readTree(visitor.get("/health/ready")).path("checks")) {
            if (check.path("name").asText().equals("answers")) {
                return check.at("/data/published").asInt() == answers
                        && check.at("/data/foundByWordsAlone").asInt() == 0;
            }
        }
        return false;
    }

    private void ask(Server server, Result result) throws IOException, InterruptedException {
        Visitor visitor = Visitor.withKey(server);
        AnswerLibrary library = new AnswerLibrary(seed + 1L);
        for (int i = 0; i < warmUp; i++) {
            visitor.get(address(library.question()));
        }
        double[] millis = new double[requests];
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            String address = address(library.question());
            long began = System.nanoTime();
            String body = visitor.get(address);
            millis[i] = (System.nanoTime() - began) / NANOS_OF_A_MILLI;
            if (!body.contains("words_and_meaning")) {
                refused.add(body);
            }
        }
        if (!refused.isEmpty()) {
            throw new IllegalStateException("Not looked up by meaning: " + refused.get(0));
        }
        Latencies latencies = new Latencies(millis, 0, 0);
        result.row(
                "a question over HTTP: median, p95, p99",
                "%.1f ms, **%.1f ms**, %.1f ms".formatted(latencies.median(), latencies.p95(), latencies.p99()),
                Result.atMost(latencies.p95(), AIM, "p95 < 20 ms"));
    }

    private static String address(String question) {
        return "/api/v1/answers?language=en&limit=5&q=" + Visitor.encoded(question);
    }
}
