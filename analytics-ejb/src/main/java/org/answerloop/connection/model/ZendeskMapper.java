package org.answerloop.connection.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import org.answerloop.event.model.EventDetails;
import org.answerloop.event.model.EventDetails.Assigned;
import org.answerloop.event.model.EventDetails.Author;
import org.answerloop.event.model.EventDetails.Closed;
import org.answerloop.event.model.EventDetails.Flagged;
import org.answerloop.event.model.EventDetails.HandedOff;
import org.answerloop.event.model.EventDetails.Person;
import org.answerloop.event.model.EventDetails.Posted;
import org.answerloop.event.model.EventDetails.Redacted;
import org.answerloop.event.model.EventDetails.Started;
import org.answerloop.event.model.EventDocument;

/**
 * Zendesk's ticket events, which come in any order. The platform tells staff from customers but not the AI agent from
 * teammates: the connection names the ids of the users that are customer agents. Deleting a ticket for good, or
 * redacting one of its comments, takes the conversation's text away here too.
 */
final class ZendeskMapper implements PayloadMapper {

    private static final String TYPE_PREFIX = "zen:event-type:ticket.";

    private static final String TICKETS = "{site}/agent/tickets/{id}";

    /** Who acts where a rule does. */
    private static final String SYSTEM = "-1";

    @Override
    public List<EventDocument> map(JsonNode payload, MappingSettings settings, PlatformApi api)
            throws UnmappableException {
        String type = Payload.id(payload, "/type");
        if (!type.startsWith(TYPE_PREFIX)) {
            return List.of();
        }
        EventCollector events = new EventCollector(settings.source(), Payload.id(payload, "/detail/id"));
        begin(payload, events, settings);
        switch (type.substring(TYPE_PREFIX.length())) {
            case "created":
                return events.events();
            case "comment_added":
                return comment(payload, events, settings);
            case "agent_assignment_changed":
                return assignment(payload, events, settings);
            case "status_changed":
                return status(payload, events, settings);
            case "marked_as_spam":
                return add(payload, events, new Flagged("spam", true));
            case "comment_redacted", "permanently_deleted":
                return add(payload, events, new Redacted());
            default:
                return List.of();
        }
    }

    @Override
    public String conversationPointer(JsonNode payload) {
        return "/detail/id";
    }

    /** Every event holds the ticket, also that of a conversation that was running when the connection was made. */
    private static void begin(JsonNode payload, EventCollector events, MappingSettings settings)
            throws UnmappableException {
        Optional<String> channel = Payload.text(payload.at("/detail/via/channel"));
        if (channel.isPresent()) {
            String id = Payload.id(payload, "/detail/id");
            events.add(
                    "ticket-" + id + "-created",
                    Payload.time(payload, "/detail/created_at"),
                    new Started(
                            channel.get().toLowerCase(Locale.ROOT),
                            null,
                            settings.tickets().ticket(id, TICKETS, null),
                            null,
                            null));
        }
    }

    private static List<EventDocument> comment(JsonNode payload, EventCollector events, MappingSettings settings)
            throws UnmappableException {
        JsonNode comment = payload.at("/event/comment");
        if (!comment.path("is_public").asBoolean()) {
            return List.of();
        }
        String id = Payload.id(payload, "/event/comment/id");
        String text = comment.path("body").isTextual() ? comment.path("body").textValue() : "";
        Author author = author(comment.path("author"), settings);
        boolean isReply = author.kind().equals("customer_agent");
        return events.add(
                        "comment-" + id,
                        Payload.time(payload, "/time"),
                        new Posted(
                                id, author, text, isReply ? settings.grounding().sourcesOf(text) : null, null))
                .events();
    }

    private static Author author(JsonNode author, MappingSettings settings) {
        Person person = new Person(Payload.textOrNull(author.path("id")), Payload.textOrNull(author.path("name")));
        if (isAgent(person.id(), settings)) {
            return Author.customerAgent(person);
        }
        return author.path("is_staff").asBoolean()
                ? Author.teammate(person)
                : Author.visitor(person.id(), person.name());
    }

    /** From the agent to a teammate is the handoff, from somebody else to the agent its assignment. */
    private static List<EventDocument> assignment(JsonNode payload, EventCollector events, MappingSettings settings)
            throws UnmappableException {
        String before = Payload.textOrNull(payload.at("/event/previous"));
        String after = Payload.textOrNull(payload.at("/event/current"));
        if (isAgent(after, settings)) {
            return isAgent(before, settings) ? List.of() : add(payload, events, new Assigned(new Person(after, null)));
        }
        if (!isAgent(before, settings) || after == null) {
            return List.of();
        }
        String actor = Payload.textOrNull(payload.at("/detail/actor_id"));
        String trigger = isAgent(actor, settings) ? "agent" : isSystem(actor) ? "rule" : "manual";
        return add(payload, events, new HandedOff(trigger, new Person(after, null), null));
    }

    /** A solved ticket is closed by itself some days later: that is no second closing. */
    private static List<EventDocument> status(JsonNode payload, EventCollector events, MappingSettings settings)
            throws UnmappableException {
        String before = payload.at("/event/previous").asText().toLowerCase(Locale.ROOT);
        String after = payload.at("/event/current").asText().toLowerCase(Locale.ROOT);
        boolean isClosing = after.equals("solved") || (after.equals("closed") && !before.equals("solved"));
        return isClosing ? add(payload, events, new Closed(actor(payload, settings), true)) : List.of();
    }

    /** Null where a rule did it. */
    private static Author actor(JsonNode payload, MappingSettings settings) {
        String actor = Payload.textOrNull(payload.at("/detail/actor_id"));
        if (isSystem(actor)) {
            return null;
        }
        if (isAgent(actor, settings)) {
            return Author.customerAgent(new Person(actor, null));
        }
        boolean isRequester = actor.equals(Payload.textOrNull(payload.at("/detail/requester_id")));
        return isRequester ? Author.visitor(actor, null) : Author.teammate(new Person(actor, null));
    }

    private static boolean isAgent(String id, MappingSettings settings) {
        return id != null && settings.agents().contains(id);
    }

    private static boolean isSystem(String actor) {
        return actor == null || actor.equals(SYSTEM);
    }

    private static List<EventDocument> add(JsonNode payload, EventCollector events, EventDetails details)
            throws UnmappableException {
        return events.add("event-" + Payload.id(payload, "/id"), Payload.time(payload, "/time"), details)
                .events();
    }
}
