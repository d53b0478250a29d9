package org.answerloop.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.answerloop.embedding.infrastructure.BgeSmallEmbedder;
import org.answerloop.embedding.model.Embedder;
import org.answerloop.gap.model.Regrouping;
import org.answerloop.gap.model.TopicGrouping;

/**
 * How well and how fast questions are grouped: feeds labelled questions, in a random order, through the classes that the server
 * groups with, prints one line, and writes each question's label and topic. Starts no server.
 */
public final class TopicsBenchmark {

    private static final long SEED = 20_261_123;
    private static final double NANOS_IN_MICRO = 1_000;

    private final Embedder embedder;
    private final TopicGrouping grouping;
    private final long[] topics;
    private final double[] micros;
    private double embeddingMicros;
    private double assigningMicros;
    private long lastTopic;

    private TopicsBenchmark(String language, Embedder embedder, int questions) {
        this.embedder = embedder;
        this.grouping = TopicGrouping.of(language, embedder, () -> ++lastTopic);
        this.topics = new long[questions];
        this.micros = new double[questions];
    }

    /** The arguments: a file with lines of label, tab, question; its language; where to write, or nothing. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2 || arguments.length > 3) {
            throw new IllegalArgumentException("Say which file, in which language and, if you like, where to write.");
        }
        List<String[]> lines = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            if (line.indexOf('\t') > 0) {
                lines.add(line.split("\t", 2));
            }
        }
        Collections.shuffle(lines, new Random(SEED));
        try (BgeSmallEmbedder embedder = BgeSmallEmbedder.load(
                Path.of(System.getProperty("java.io.tmpdir"), "answerloop-model"), Clock.systemUTC())) {
            TopicsBenchmark benchmark = new TopicsBenchmark(arguments[1], embedder, lines.size());
            benchmark.feed(lines);
            // Not to the log: this line is the result.
            System.out.println(benchmark.line(lines));
            if (arguments.length == 3) {
                benchmark.write(lines, Path.of(arguments[2]));
            }
        }
    }

    private void feed(List<String[]> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String question = lines.get(i)[1];
            long began = System.nanoTime();
            float[] embedding = embedder.embed(question);
            long embedded = System.nanoTime();
            topics[i] = grouping.assign(i, question, embedding);
            if (grouping.isDue()) {
                regroup();
            }
            long assigned = System.nanoTime();
            embeddingMicros += (embedded - began) / NANOS_IN_MICRO;
            assigningMicros += (assigned - embedded) / NANOS_IN_MICRO;
            micros[i] = (assigned - began) / NANOS_IN_MICRO;
        }
        // As the server does when no more questions come.
        regroup();
    }

    private void regroup() {
        for (Regrouping.Move move : grouping.regroup().moves()) {
            topics[(int) move.question()] = move.to();
        }
    }

    private String line(List<String[]> lines) throws IOException {
        String[] labels = lines.stream().map(line -> line[0]).toArray(String[]::new);
        Agreement agreement = Agreement.of(labels, topics);
        double[] sorted = micros.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "n=%d topics=%d V=%.3f ARI=%.3f B3P=%.3f B3R=%.3f B3F1=%.3f embed_us=%.0f assign_us=%.0f p99_us=%.0f rss_mb=%d",
                topics.length,
                agreement.topics(),
                agreement.vMeasure(),
                agreement.adjustedRand(),
                agreement.precision(),
                agreement.recall(),
                agreement.f1(),
                embeddingMicros / topics.length,
                assigningMicros / topics.length,
                sorted[(int) (topics.length * 0.99)],
                ResidentMemory.of(ProcessHandle.current()).now());
    }

    private void write(List<String[]> lines, Path file) throws IOException {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < topics.length; i++) {
            written.add(lines.get(i)[0] + "\t" + topics[i]);
        }
        Files.write(file, written);
    }
}
