package org.answerloop.benchmark;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

import org.answerloop.event.model.EventDocument;
import org.answerloop.sample.model.SampleHistory;

/**
 * What one source system has to tell: the sample company's half a year, as one event a line in the order of time, so
 * that conversations overlap as they do. Written to a file beforehand, so that inventing it costs the measurement nothing.
 */
final class Feed implements AutoCloseable {

    private static final Path FOLDER = Path.of("benchmarks/target/feed");
    private static final String SAMPLE_SOURCE = "\"source\":\"alderwick-desk\"";
    private static final String TIME = "\"time\":\"";

    /** Fewer than a conversation has on average, so that there are always enough. */
    private static final int EVENTS_OF_A_CONVERSATION = 5;

    private static final Duration THESE_DAYS = Duration.ofDays(4);

    /** So many times four days has the half year, and then some, so that there are always enough. */
    private static final int SHARES_OF_THESE_DAYS = 60;

    private final BufferedReader lines;

    private Feed(BufferedReader lines) {
        this.lines = lines;
    }

    /** One feed a sender, each a source of its own. */
    static List<Feed> several(String name, int senders, int eventsOfEach) throws IOException {
        List<Feed> feeds = new ArrayList<>();
        for (int sender = 1; sender <= senders; sender++) {
            feeds.add(of(name + "-" + sender, eventsOfEach));
        }
        return feeds;
    }

    /** @param source also its seed: the same source tells the same */
    static Feed of(String source, int events) throws IOException {
        return of(source, events, Math.max(1, events / EVENTS_OF_A_CONVERSATION), Instant.MIN);
    }

    /** As {@link #of}, of conversations that began within the last days, as those do whose events come as they happen. */
    static Feed ofTheseDays(String source, int events) throws IOException {
        Instant begin = Clock.systemUTC().instant().minus(THESE_DAYS);
        return of(source, events, SHARES_OF_THESE_DAYS * events / EVENTS_OF_A_CONVERSATION, begin);
    }

    private static Feed of(String source, int events, int conversations, Instant begin) throws IOException {
        Path file = Files.createDirectories(FOLDER).resolve(source + ".ndjson");
        SampleHistory history =
                new SampleHistory(source.hashCode(), Clock.systemUTC().instant(), conversations);
        Iterator<List<EventDocument>> chosen = history.conversations()
                .filter(conversation -> !conversation.isEmpty()
                        && !Line.of(conversation.get(0)).time().isBefore(begin))
                .iterator();
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            write(chosen, "\"source\":\"" + source + "\"", events, writer);
        }
        return new Feed(Files.newBufferedReader(file));
    }

    private static void write(Iterator<List<EventDocument>> conversations, String source, int events, BufferedWriter to)
            throws IOException {
        PriorityQueue<Line> waiting = new PriorityQueue<>(Comparator.comparing(Line::time));
        int written = 0;
        while (written < events && (conversations.hasNext() || !waiting.isEmpty())) {
            Instant begin = Instant.MAX;
            if (conversations.hasNext()) {
                List<Line> next = conversations.next().stream().map(Line::of).toList();
                waiting.addAll(next);
                begin = next.get(0).time();
            }
            while (written < events
                    && !waiting.isEmpty()
                    && !waiting.peek().time().isAfter(begin)) {
                to.write(waiting.poll().text().replace(SAMPLE_SOURCE, source));
                to.newLine();
                written++;
            }
        }
    }

    /** Up to so many of the next events, one a line; empty at the end. */
    synchronized List<String> next(int most) throws IOException {
        List<String> batch = new ArrayList<>(most);
        for (String line = null; batch.size() < most && (line = lines.readLine()) != null; ) {
            batch.add(line);
        }
        return batch;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private record Line(Instant time, String text) {

        static Line of(EventDocument event) {
            String text = new String(event.json(), StandardCharsets.UTF_8);
            int from = text.indexOf(TIME) + TIME.length();
            return new Line(Instant.parse(text.substring(from, text.indexOf('"', from))), text);
        }
    }
}
