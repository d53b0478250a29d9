package org.answerloop.sample.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.answerloop.event.model.EventDocument;

/** The events of one conversation read back, with a plain second reading of the rules to judge the numbers by. */
record SampleConversation(List<JsonNode> arrived, List<JsonNode> events) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration WINDOW = Duration.ofHours(72);

    static SampleConversation of(List<EventDocument> documents) {
        List<JsonNode> arrived =
                documents.stream().map(SampleConversation::read).toList();
        return new SampleConversation(
                arrived,
                arrived.stream()
                        .distinct()
                        .sorted(Comparator.comparing(SampleConversation::time))
                        .toList());
    }

    private static JsonNode read(EventDocument document) {
        try {
            return JSON.readTree(document.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant time(JsonNode event) {
        return Instant.parse(event.path("time").textValue());
    }

    private static boolean is(JsonNode event, String type) {
        return event.path("type").textValue().equals(type);
    }

    private static boolean by(JsonNode event, String kind) {
        return kind.equals(event.at("/data/author/kind").textValue());
    }

    Stream<JsonNode> of(String type) {
        return events.stream().filter(e -> is(e, type)).map(e -> e.path("data"));
    }

    Instant begin() {
        return time(events.get(0));
    }

    String channel() {
        return of("conversation.started")
                .findFirst()
                .orElseThrow()
                .path("channel")
                .textValue();
    }

    String language() {
        return of("conversation.started")
                .findFirst()
                .orElseThrow()
                .path("language")
                .textValue();
    }

    Optional<String> agent() {
        return of("message.posted")
                .map(d -> d.path("author"))
                .filter(a -> "customer_agent".equals(a.path("kind").textValue()))
                .map(a -> a.path("name").textValue())
                .findFirst();
    }

    boolean testOrSpam() {
        boolean started =
                of("conversation.started").anyMatch(d -> d.path("test").booleanValue());
        boolean flagged = of("conversation.flagged")
                .reduce((a, b) -> b)
                .map(d -> d.path("on").booleanValue())
                .orElse(false);
        return started || flagged;
    }

    boolean handled() {
        return events.stream().anyMatch(e -> by(e, "customer_agent") || is(e, "handoff.made"));
    }

    boolean settledAt(Instant moment) {
        return handled() && !deadline().isAfter(moment);
    }

    boolean deflected() {
        return upToDeadline().noneMatch(e -> by(e, "teammate") || is(e, "handoff.made"));
    }

    boolean resolved() {
        return deflected()
                && upToDeadline()
                        .anyMatch(e -> by(e, "customer_agent")
                                && (e.path("data").has("sources")
                                        || e.path("data").has("actions")))
                && upToDeadline().noneMatch(e -> is(e, "handoff.requested"))
                && !lastReplyDisliked();
    }

    /** Replies never lie 72 hours apart in the sample except where a story comes back, and nothing replies there. */
    private Instant deadline() {
        return events.stream()
                .filter(e -> by(e, "customer_agent"))
                .reduce((a, b) -> b)
                .or(() -> events.stream().filter(e -> is(e, "handoff.made")).findFirst())
                .map(e -> time(e).plus(WINDOW))
                .orElseThrow();
    }

    private boolean lastReplyDisliked() {
        JsonNode last = events.stream()
                .filter(e -> by(e, "customer_agent"))
                .reduce((a, b) -> b)
                .orElseThrow();
        return upToDeadline()
                .filter(e -> is(e, "feedback.given") && !time(e).isBefore(time(last)))
                .reduce((a, b) -> b)
                .map(e -> e.at("/data/rating").textValue().equals("not_helpful"))
                .orElse(false);
    }

    private Stream<JsonNode> upToDeadline() {
        Instant deadline = deadline();
        return events.stream().filter(e -> !time(e).isAfter(deadline));
    }

    boolean hasDuplicate() {
        return arrived.size() > events.size();
    }

    boolean inOrder() {
        List<JsonNode> once = arrived.stream().distinct().toList();
        return once.equals(events);
    }
}
