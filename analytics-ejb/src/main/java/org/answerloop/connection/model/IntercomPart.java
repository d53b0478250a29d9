package org.answerloop.connection.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.answerloop.event.model.EventDetails.Author;
import org.answerloop.event.model.EventDetails.ContentSource;
import org.answerloop.event.model.EventDetails.Person;

/** One part of an Intercom conversation: a message, an assignment, a closing, or two of these at once. */
final class IntercomPart {

    private static final Set<String> NOTES = Set.of("note", "note_and_reopen");
    private static final Set<String> VISITORS = Set.of("user", "lead", "contact");
    private static final Set<String> TEAMMATES = Set.of("admin", "team");

    private final JsonNode part;
    private final JsonNode conversation;
    private final MappingSettings settings;
    private final String text;

    IntercomPart(JsonNode part, JsonNode conversation, MappingSettings settings) {
        this.part = part;
        this.conversation = conversation;
        this.settings = settings;
        this.text = PlainText.of(part.path("body").asText(""));
    }

    String id() throws UnmappableException {
        return Payload.id(part, "/id");
    }

    String eventId() throws UnmappableException {
        return "part-" + id();
    }

    Instant at() throws UnmappableException {
        return Payload.time(part, "/created_at");
    }

    String text() {
        return text;
    }

    boolean isMessage() {
        boolean hasText = part.path("body").isTextual() && !text.isEmpty();
        return hasText && !NOTES.contains(type()) && author().isPresent();
    }

    boolean isHandoff() {
        return type().contains("assign")
                && conversation.path("ai_agent_participated").asBoolean()
                && TEAMMATES.contains(part.at("/assigned_to/type").asText());
    }

    boolean isClosing() {
        return type().equals("close");
    }

    /** Nobody for a bot that is not the AI agent: what a workflow says is not the agent's word. */
    Optional<Author> author() {
        JsonNode author = part.path("author");
        if (isAgent(author)) {
            return Optional.of(Author.customerAgent(identity(author)));
        }
        return person(author);
    }

    static Optional<Author> person(JsonNode author) {
        String type = author.path("type").asText();
        if (VISITORS.contains(type)) {
            return Optional.of(
                    Author.visitor(identity(author).id(), identity(author).name()));
        }
        return TEAMMATES.contains(type) ? Optional.of(Author.teammate(identity(author))) : Optional.empty();
    }

    String trigger() {
        JsonNode author = part.path("author");
        if (TEAMMATES.contains(author.path("type").asText())) {
            return "manual";
        }
        return isAgent(author) ? "agent" : "rule";
    }

    Person assignee() {
        return identity(part.path("assigned_to"));
    }

    /** Null where it is not a reply of the AI agent. */
    List<ContentSource> sources() {
        if (!isAgent(part.path("author"))) {
            return null;
        }
        JsonNode agent = conversation.path("ai_agent");
        if (!agent.isObject()) {
            return settings.grounding().sourcesOf(text);
        }
        List<ContentSource> sources = new ArrayList<>();
        for (JsonNode source : agent.at("/content_sources/content_sources")) {
            sources.add(new ContentSource(
                    Payload.text(source.path("content_type")).orElse("content"),
                    Payload.textOrNull(source.path("id")),
                    Payload.textOrNull(source.path("title")),
                    Payload.textOrNull(source.path("url"))));
        }
        if (sources.isEmpty() && agent.path("last_answer_type").asText().equals("custom_answer")) {
            sources.add(new ContentSource("custom_answer", null, null, null));
        }
        return sources;
    }

    private boolean isAgent(JsonNode author) {
        if (!author.path("type").asText().equals("bot")) {
            return false;
        }
        JsonNode stated = author.path("from_ai_agent");
        return stated.isBoolean()
                ? stated.booleanValue()
                : conversation.path("ai_agent_participated").asBoolean();
    }

    private String type() {
        return part.path("part_type").asText();
    }

    private static Person identity(JsonNode somebody) {
        return new Person(Payload.textOrNull(somebody.path("id")), Payload.textOrNull(somebody.path("name")));
    }
}
