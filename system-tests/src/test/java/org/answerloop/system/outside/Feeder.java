package org.answerloop.system.outside;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import org.answerloop.system.story.ConversationStory;

import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A source system that tells of many conversations, out of order, and writes down which events were acknowledged. What
 * was not, it keeps for another time.
 */
final class Feeder implements Runnable {

    private static final int CONVERSATIONS = 12;
    private static final int MESSAGES = 7;
    private static final int BATCH = 16;
    private static final int MOST_BATCHES = 2_000;

    private final String source;
    private final Random random;
    private final Map<String, String> acknowledged = new LinkedHashMap<>();
    private final List<String> open = new ArrayList<>();
    private final Set<String> told = new TreeSet<>();
    private final Set<Integer> refusals = new TreeSet<>();
    private volatile Api api;
    private int groups;

    Feeder(String source, long seed) {
        this.source = source;
        this.random = new Random(seed);
    }

    void sendTo(Api other) {
        api = other;
    }

    /** Sends until it is refused. */
    @Override
    public void run() {
        for (int batches = 0; batches < MOST_BATCHES; batches++) {
            if (open.isEmpty()) {
                open.addAll(moreEvents());
            }
            if (!send(List.copyOf(open.subList(0, Math.min(BATCH, open.size()))))) {
                return;
            }
        }
        throw new IllegalStateException("Nobody stopped the server");
    }

    /** What is still open, to the last event. */
    void finish() {
        while (!open.isEmpty()) {
            assertThat(send(List.copyOf(open.subList(0, Math.min(BATCH, open.size())))))
                    .as("%s takes what is left", source)
                    .isTrue();
        }
    }

    private synchronized boolean send(List<String> batch) {
        try {
            Api.Answer answer = api.send(Api.LINES, String.join("\n", batch));
            if (answer.status() != 202) {
                refusals.add(answer.status());
                return false;
            }
            assertThat(answer.body().path("results").findValuesAsText("status"))
                    .hasSize(batch.size())
                    .containsAnyOf("accepted", "duplicate")
                    .doesNotContain("rejected");
        } catch (UncheckedIOException e) {
            return false;
        }
        batch.forEach(event -> acknowledged.put(event, source));
        open.subList(0, batch.size()).clear();
        return true;
    }

    /** A few conversations, all mixed up, with some events twice. */
    private List<String> moreEvents() {
        groups++;
        List<String> events = new ArrayList<>();
        for (int i = 0; i < CONVERSATIONS; i++) {
            String id = groups + "-" + i;
            told.add(id);
            ConversationStory story = aConversation(source, id, Instant.now().minus(Duration.ofDays(1)))
                    .startsOn("web", "en");
            for (int message = 0; message < MESSAGES; message++) {
                story.visitorSays("This is number " + message + ".");
            }
            events.addAll(story.events());
        }
        events.addAll(events.subList(0, 3));
        Collections.shuffle(events, random);
        return events;
    }

    synchronized int acknowledged() {
        return acknowledged.size();
    }

    /** The status of every answer that was no acknowledgement. */
    synchronized Set<Integer> refusals() {
        return Set.copyOf(refusals);
    }

    /** Every acknowledged event is known: sent again, all are duplicates. */
    void assertThatNothingIsLost() {
        List<String> events = List.copyOf(acknowledged.keySet());
        for (int from = 0; from < events.size(); from += 1_000) {
            List<String> batch = events.subList(from, Math.min(from + 1_000, events.size()));
            Api.Answer answer = api.send(Api.LINES, String.join("\n", batch));
            assertThat(answer.status()).as(answer.text()).isEqualTo(202);
            assertThat(answer.body().path("results").findValuesAsText("status"))
                    .as("acknowledged by %s", source)
                    .containsOnly("duplicate");
        }
    }

    /** Every conversation holds each of its messages at most once, and none that nobody told. */
    void assertThatNothingIsInvented() {
        for (String id : told) {
            assertThat(messages(id))
                    .as("conversation %s of %s", id, source)
                    .doesNotHaveDuplicates()
                    .isSubsetOf(expected(id));
        }
    }

    /** Every conversation holds all of its messages, once. */
    void assertThatEverythingIsThere() {
        for (String id : told) {
            assertThat(messages(id))
                    .as("conversation %s of %s", id, source)
                    .containsExactlyInAnyOrderElementsOf(expected(id));
        }
    }

    private List<String> messages(String id) {
        Map<String, String> entries = new TreeMap<>();
        List<String> ids = new ArrayList<>();
        for (JsonNode entry : api.conversation(source, id).body().path("timeline")) {
            ids.add(entry.path("messageId").asText());
            entries.put(entry.path("messageId").asText(), entry.path("text").asText());
        }
        assertThat(entries.values()).allMatch(text -> text.startsWith("This is number "));
        return ids;
    }

    private static List<String> expected(String id) {
        List<String> messages = new ArrayList<>();
        for (int message = 1; message <= MESSAGES; message++) {
            messages.add(id + "-m" + message);
        }
        return messages;
    }
}
