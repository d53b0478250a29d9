package org.answerloop.connection.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import org.answerloop.event.model.EventDetails.Assigned;
import org.answerloop.event.model.EventDetails.Author;
import org.answerloop.event.model.EventDetails.Closed;
import org.answerloop.event.model.EventDetails.HandedOff;
import org.answerloop.event.model.EventDetails.Person;
import org.answerloop.event.model.EventDetails.Posted;
import org.answerloop.event.model.EventDetails.Redacted;
import org.answerloop.event.model.EventDocument;

/**
 * HubSpot, which delivers several notifications at a time and only names a message: what it says is asked for, and so is
 * the channel of a thread, its ticket, and who had it before somebody else was given it. The connection names the actors
 * that are customer agents; the others that are people with an account are teammates. From an agent to a teammate is the
 * handoff.
 */
final class HubSpotMapper implements PayloadMapper {

    private static final String TYPE_PREFIX = "conversation.";
    static final String TEAMMATE = "A-";

    @Override
    public List<EventDocument> map(JsonNode payload, MappingSettings settings, PlatformApi api)
            throws UnmappableException {
        List<EventDocument> events = new ArrayList<>();
        for (JsonNode notification : payload.isArray() ? payload : List.of(payload)) {
            String type = Payload.id(notification, "/subscriptionType");
            if (type.startsWith(TYPE_PREFIX)) {
                String thread = Payload.id(notification, "/objectId");
                EventCollector collector = new EventCollector(settings.source(), thread);
                tell(type.substring(TYPE_PREFIX.length()), notification, settings, api, collector);
                events.addAll(collector.events());
            }
        }
        return events;
    }

    @Override
    public String conversationPointer(JsonNode payload) {
        return "/objectId";
    }

    private static void tell(
            String type, JsonNode notification, MappingSettings settings, PlatformApi api, EventCollector events)
            throws UnmappableException {
        String thread = Payload.id(notification, "/objectId");
        Instant at = occurredAt(notification);
        HubSpotThread asked = new HubSpotThread(thread, settings, api);
        switch (type) {
            case "creation":
                asked.begin(portal(notification), events);
                break;
            case "newMessage":
                if (notification.path("messageType").asText("MESSAGE").equals("MESSAGE")) {
                    message(asked.message(Payload.id(notification, "/messageId")), settings, events);
                }
                break;
            case "propertyChange":
                changed(notification, at, asked, settings, events);
                break;
            case "privacyDeletion":
                events.add("thread-" + thread + "-redacted-" + at.toEpochMilli(), at, new Redacted());
                break;
            default:
                break;
        }
    }

    private static String portal(JsonNode notification) {
        return Payload.textOrNull(notification.path("portalId"));
    }

    private static void message(JsonNode message, MappingSettings settings, EventCollector events)
            throws UnmappableException {
        Optional<Author> author = author(message, settings);
        if (author.isEmpty()) {
            return;
        }
        String id = Payload.id(message, "/id");
        String text = message.path("text").isTextual() ? message.path("text").textValue() : "";
        boolean isReply = author.get().kind().equals("customer_agent");
        events.add(
                "message-" + id,
                Payload.time(message, "/createdAt"),
                new Posted(
                        id, author.get(), text, isReply ? settings.grounding().sourcesOf(text) : null, null));
    }

    /** Nobody for what a workflow or another application sends, unless the connection names it as an agent. */
    private static Optional<Author> author(JsonNode message, MappingSettings settings) {
        JsonNode sender = message.at("/senders/0");
        String actor = Payload.text(sender.path("actorId"))
                .orElse(message.path("createdBy").asText());
        Person person = new Person(actor, Payload.textOrNull(sender.path("name")));
        if (settings.agents().contains(actor)) {
            return Optional.of(Author.customerAgent(person));
        }
        if (message.path("direction").asText().equals("INCOMING")) {
            return Optional.of(Author.visitor(person.id(), person.name()));
        }
        return actor.startsWith(TEAMMATE) ? Optional.of(Author.teammate(person)) : Optional.empty();
    }

    private static void changed(
            JsonNode notification, Instant at, HubSpotThread thread, MappingSettings settings, EventCollector events)
            throws UnmappableException {
        String property = notification.path("propertyName").asText();
        String value = notification.path("propertyValue").asText();
        String id = "thread-" + Payload.id(notification, "/objectId") + "-" + property + "-" + at.toEpochMilli();
        if (property.equals("status") && value.equals("CLOSED")) {
            events.add(id, at, new Closed(null, null));
        } else if (property.equals("assignedTo") && settings.agents().contains(value)) {
            events.add(id, at, new Assigned(new Person(value, null)));
        } else if (property.equals("assignedTo") && value.startsWith(TEAMMATE)) {
            thread.begin(portal(notification), events);
            Optional<String> trigger = thread.handoffTrigger(value, at);
            if (trigger.isPresent()) {
                events.add(id, at, new HandedOff(trigger.get(), new Person(value, null), null));
            }
        }
    }

    /** In milliseconds since 1970. */
    private static Instant occurredAt(JsonNode notification) throws UnmappableException {
        return PlatformTime.parse(new BigDecimal(notification.path("occurredAt").asLong())
                        .movePointLeft(3)
                        .toPlainString())
                .filter(at -> at.isAfter(Instant.EPOCH))
                .orElseThrow(() -> new UnmappableException("The payload has no usable \"occurredAt\"."));
    }
}
