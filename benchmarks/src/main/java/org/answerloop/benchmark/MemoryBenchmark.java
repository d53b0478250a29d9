package org.answerloop.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the grouping of very many questions takes of the machine's memory: of two servers that take in the same conversations one
 * has no model and is told of no unanswered question.
 */
final class MemoryBenchmark implements Benchmark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRAIN = "banking77-train.csv";
    private static final long SEED = 77;
    private static final int BATCH = 500;
    private static final int MOST = 350;

    /** What Liberty hands to its JVM; where there is no library, there is no model. */
    private static final Map<String, String> WITHOUT_MODEL = Map.of("JVM_ARGS", "-Donnxruntime.native.path=/none");

    private final int questions;

    MemoryBenchmark(Options options) {
        questions = options.number("questions", 100_000);
    }

    /** What a server held, in MiB. */
    private record Held(ResidentMemory resident, double liveHeap) {}

    @Override
    public Result measure() throws IOException, SQLException, InterruptedException {
        Result result = new Result("Memory of the grouping");
        try (Postgres postgres = Postgres.start()) {
            Held without = run(postgres, "without", WITHOUT_MODEL, false, result);
            Held with = run(postgres, "grouping", Map.of(), true, result);
            long more = with.resident().most() - without.resident().most();
            result.row(
                    "with the grouping: more at its most",
                    "**%d MiB**".formatted(more),
                    Result.atMost(more, MOST, "≤ %d MiB".formatted(MOST)));
        }
        result.note(
                ("%,d conversations of a question and a reply, the questions made of those of banking77-train by leaving out,"
                                + " exchanging and adding words. Live heap is what a full collection leaves at the end. The server without"
                                + " takes in one event of four less and ends when all are taken in, so the difference counts, too, by"
                                + " what the heap of the other one grew in its longer time.")
                        .formatted(questions));
        return result;
    }

    private Held run(
            Postgres postgres, String database, Map<String, String> environment, boolean unanswered, Result result)
            throws IOException, SQLException, InterruptedException {
        postgres.create(database);
        try (Server server = Server.start(postgres.settings(database, environment))) {
            long began = System.nanoTime();
            send(new Sender(server), unanswered);
            if (unanswered) {
                awaitGrouping(postgres, database);
            }
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
            ResidentMemory resident = ResidentMemory.of(server.process());
            Held held = new Held(resident, server.liveHeap());
            String how = unanswered ? "with the grouping" : "without it";
            result.row(
                    how + ": at its most, at the end, live heap; after",
                    "%d MiB, %d MiB, %.0f MiB; %d s"
                            .formatted(resident.most(), resident.now(), held.liveHeap(), seconds),
                    "");
            return held;
        }
    }

    private void send(Sender sender, boolean unanswered) throws IOException, InterruptedException {
        VariedQuestions varied = new VariedQuestions(
                LabelledQuestions.read(TRAIN).all().stream()
                        .map(LabelledQuestions.Labelled::question)
                        .toList(),
                SEED);
        Instant time = Clock.systemUTC().instant().minus(Duration.ofDays(1));
        List<String> events = new ArrayList<>();
        for (int i = 1; i <= questions; i++) {
            events.addAll(conversation(i, time.minusSeconds(i), varied.next(), unanswered));
            if (i % BATCH == 0 || i == questions) {
                sender.send(events);
                events.clear();
            }
        }
    }

    private static List<String> conversation(int number, Instant time, String question, boolean unanswered) {
        List<String> events = new ArrayList<>();
        ObjectNode started = event(number, "conversation.started", time);
        started.withObject("data").put("channel", "chat").put("language", "en");
        events.add(started.toString());
        events.add(message(number, time.plusSeconds(1), "visitor", question));
        events.add(message(number, time.plusSeconds(2), "customer_agent", "I am sorry, I do not know that."));
        if (unanswered) {
            ObjectNode unknown = event(number, "question.unanswered", time.plusSeconds(3));
            unknown.withObject("data").put("question", question);
            events.add(unknown.toString());
        }
        return events;
    }

    private static String message(int number, Instant time, String kind, String text) {
        ObjectNode message = event(number, "message.posted", time);
        ObjectNode data = message.withObject("data").put("messageId", kind).put("text", text);
        data.withObject("author").put("kind", kind);
        return message.toString();
    }

    private static ObjectNode event(int number, String type, Instant time) {
        return JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("source", "memory")
                .put("id", number + "-" + type + "-" + time)
                .put("subject", "c-" + number)
                .put("type", type)
                .put("time", time.toString());
    }

    private static void awaitGrouping(Postgres postgres, String database) throws SQLException, InterruptedException {
        try (Connection connection = postgres.open(database);
                Statement statement = connection.createStatement()) {
            do {
                TimeUnit.SECONDS.sleep(1);
            } while (areDue(statement));
        }
        // What follows the last question: all are grouped anew, and topics get their titles.
        TimeUnit.SECONDS.sleep(30);
    }

    private static boolean areDue(Statement statement) throws SQLException {
        try (ResultSet rows =
                statement.executeQuery("select 1 from unanswered_question where grouping_due is not null limit 1")) {
            return rows.next();
        }
    }
}
