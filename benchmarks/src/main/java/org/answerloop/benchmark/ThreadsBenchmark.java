package org.answerloop.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** What one more event costs in short and in long conversations, and what many ratings of long ones take of the heap. */
final class ThreadsBenchmark implements Benchmark {

    private static final System.Logger LOG = System.getLogger(ThreadsBenchmark.class.getName());

    private static final String DATABASE = "answerloop";
    private static final List<Integer> LENGTHS = List.of(10, 1_000, 10_000);
    private static final double MOST_RATIO = 1.3;
    private static final int REQUEST = 500;

    /** So that the heap has to hold what the evaluation reads, too. */
    private static final Map<String, String> EVALUATED_AT_ONCE =
            Map.of("ANSWERLOOP_EVALUATION_INTERVAL", "PT5S", "ANSWERLOOP_EVALUATION_GRACE", "PT1S");

    private final int singles;
    private final int ratings;
    private final int messages;
    private final int senders;
    private final Instant beginning =
            Clock.systemUTC().instant().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(4));

    ThreadsBenchmark(Options options) {
        singles = options.number("singles", 1_000);
        ratings = options.number("ratings", 100_000);
        messages = options.number("messages", 100);
        senders = options.number("senders", 3);
    }

    @Override
    public Result measure() throws IOException, SQLException, InterruptedException {
        Result result = new Result("Long conversations");
        try (Postgres postgres = Postgres.start()) {
            postgres.create(DATABASE);
            try (Server server = Server.start(postgres.settings(DATABASE, EVALUATED_AT_ONCE))) {
                Sender sender = new Sender(server);
                measureSingles(sender, postgres, result);
                measureRatings(sender, server, result);
            }
        }
        result.note(
                "Single events: a message and a rating in turns, %,d for each length, one after the other over HTTP;"
                                .formatted(singles)
                        + " the lengths take turns, so that whatever else the machine does meets all of them;"
                        + " no conversation grows by more than half while it is measured.");
        result.note(
                "Ratings: %d conversations of %d messages, %d senders, %d a request; the conversations are evaluated meanwhile."
                        .formatted(conversations(), messages, senders, REQUEST));
        return result;
    }

    private void measureSingles(Sender sender, Postgres postgres, Result result)
            throws IOException, SQLException, InterruptedException {
        for (int length : LENGTHS) {
            for (int i = 0; i < singles; i += each(length)) {
                tell(sender, thread(length, i), length);
            }
        }
        postgres.settle(DATABASE);
        for (int i = 0; i < singles; i++) {
            time(sender, "warm-up", i, 0);
        }
        Map<Integer, double[]> millis = new TreeMap<>();
        LENGTHS.forEach(length -> millis.put(length, new double[singles]));
        for (int i = 0; i < singles; i++) {
            for (int length : LENGTHS) {
                millis.get(length)[i] = time(sender, thread(length, i), i % each(length), length);
            }
        }
        millis.forEach((length, times) -> result.row(
                "one more event on %,d messages: median, 95 %%".formatted(length),
                "%.2f ms, %.2f ms".formatted(quantile(times, 0.5), quantile(times, 0.95)),
                ""));
        double shortest = quantile(millis.get(LENGTHS.get(0)), 0.5);
        for (int length : LENGTHS.subList(1, LENGTHS.size())) {
            double ratio = quantile(millis.get(length), 0.5) / shortest;
            result.row(
                    "median on %,d messages over that on %,d".formatted(length, LENGTHS.get(0)),
                    "**%.3f**".formatted(ratio),
                    Result.atMost(ratio, MOST_RATIO, "≤ %.1f".formatted(MOST_RATIO)));
        }
    }

    private void tell(Sender sender, String conversation, int length) throws IOException, InterruptedException {
        List<String> events = IntStream.range(0, length)
                .mapToObj(i -> message(conversation, i))
                .toList();
        for (int from = 0; from < events.size(); from += REQUEST) {
            sender.send(events.subList(from, Math.min(from + REQUEST, events.size())));
        }
    }

    /** How many events a conversation is told, so that it stays about as long as it was. */
    private static int each(int length) {
        return Math.max(10, length / 10);
    }

    private static String thread(int length, int single) {
        return "thread-" + length + "-" + single / each(length);
    }

    /** A message, or a rating of a message of the agent, in turns. */
    private double time(Sender sender, String conversation, int number, int length)
            throws IOException, InterruptedException {
        int place = length + number / 2;
        String event =
                number % 2 == 0 ? message(conversation, place) : rating(conversation, place, Math.max(1, length - 1));
        long began = System.nanoTime();
        if (!sender.sendOne(event)) {
            throw new IllegalStateException("Not taken: " + event);
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private void measureRatings(Sender sender, Server server, Result result) throws IOException, InterruptedException {
        for (int i = 0; i < conversations(); i++) {
            tell(sender, "rated-" + i, messages);
        }
        List<Double> heap = new ArrayList<>();
        heap.add(server.liveHeap());
        Progress progress = new Progress();
        int parts = 4;
        for (int part = 0; part < parts; part++) {
            int from = part * ratings / parts;
            int to = (part + 1) * ratings / parts;
            Parallel.run(IntStream.range(0, senders)
                    .mapToObj(number -> (Callable<Void>) () -> {
                        rate(sender, from, to, number, progress);
                        return null;
                    })
                    .toList());
            heap.add(server.liveHeap());
            LOG.log(System.Logger.Level.INFO, "{0} ratings, live heap {1} MiB", to, heap.get(heap.size() - 1));
        }
        result.row(
                "%,d ratings of conversations of %d messages".formatted(ratings, messages),
                Result.rate(progress.rate(), "events"),
                "");
        result.row(
                "live heap of the server before, and after each quarter (-Xmx512m)",
                String.join(", ", heap.stream().map("%.0f MiB"::formatted).toList()),
                "flat");
    }

    /** The share of one sender: each request has ratings of many conversations. */
    private void rate(Sender sender, int from, int to, int number, Progress progress)
            throws IOException, InterruptedException {
        List<String> request = new ArrayList<>();
        for (int i = from + number; i < to; i += senders) {
            request.add(rating("rated-" + i % conversations(), messages + i, i % messages / 2 * 2 + 1));
            if (request.size() == REQUEST || i + senders >= to) {
                sender.send(request);
                progress.add(request.size());
                request.clear();
            }
        }
    }

    private int conversations() {
        return Math.max(1, ratings / 200);
    }

    private String message(String conversation, int number) {
        String author = number % 2 == 0 ? "visitor" : "customer_agent";
        return event(
                conversation,
                "m" + number,
                "message.posted",
                number,
                "\"messageId\":\"m%d\",\"author\":{\"kind\":\"%s\"},\"text\":\"%s\""
                        .formatted(number, author, "What is said in a message of usual length. ".repeat(6)));
    }

    private String rating(String conversation, int number, int message) {
        return event(
                conversation,
                "f" + number,
                "feedback.given",
                number,
                "\"rating\":\"helpful\",\"messageId\":\"m" + message + "\"");
    }

    private String event(String conversation, String id, String type, int second, String data) {
        return """
                {"specversion":"1.0","id":"%s/%s","source":"threads","subject":"%s","type":"%s","time":"%s","data":{%s}}""".formatted(conversation, id, conversation, type, beginning.plusSeconds(second), data);
    }

    private static double quantile(double[] millis, double part) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * part) - 1)];
    }
}
