package org.answerloop.connection.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.answerloop.event.model.EventDetails.Author;
import org.answerloop.event.model.EventDetails.Closed;
import org.answerloop.event.model.EventDetails.HandedOff;
import org.answerloop.event.model.EventDetails.Person;
import org.answerloop.event.model.EventDetails.Posted;
import org.answerloop.event.model.EventDetails.Rated;
import org.answerloop.event.model.EventDetails.Started;
import org.answerloop.event.model.EventDocument;
import org.answerloop.kernel.Fingerprint;

/**
 * Chatwoot. A conversation is pending while the bot has it, so pending → open is the handoff. Private notes, activities and
 * what automation rules write are no messages. Who closed a conversation is not told: it is taken to be whom it was
 * assigned to.
 */
final class ChatwootMapper implements PayloadMapper {

    private static final String CHANNEL_PREFIX = "Channel::";
    private static final String TICKETS = "{site}/app/accounts/{account}/conversations/{id}";
    private static final Map<String, String> CHANNELS = Map.of(
            "webwidget", "web",
            "facebookpage", "facebook",
            "twitterprofile", "twitter",
            "twiliosms", "sms");

    /** As the platform's REST interface numbers them; its webhooks send the words. */
    private static final List<String> MESSAGE_TYPES = List.of("incoming", "outgoing", "activity", "template");

    @Override
    public List<EventDocument> map(JsonNode payload, MappingSettings settings, PlatformApi api)
            throws UnmappableException {
        String event = Payload.id(payload, "/event");
        switch (event) {
            case "conversation_created":
                return created(payload, collector(payload, "/id", settings), settings);
            case "conversation_status_changed", "conversation_updated":
                return changed(payload, collector(payload, "/id", settings));
            case "message_created":
                EventCollector events = collector(payload, "/conversation/id", settings);
                running(payload, events, settings);
                return message(payload, events, settings);
            case "message_updated":
                return rating(payload, collector(payload, "/conversation/id", settings));
            default:
                return List.of();
        }
    }

    @Override
    public String conversationPointer(JsonNode payload) {
        return payload.path("event").asText().startsWith("message_") ? "/conversation/id" : "/id";
    }

    private static EventCollector collector(JsonNode payload, String conversation, MappingSettings settings)
            throws UnmappableException {
        return new EventCollector(settings.source(), Payload.id(payload, conversation));
    }

    static List<EventDocument> created(JsonNode payload, EventCollector events, MappingSettings settings)
            throws UnmappableException {
        String id = Payload.id(payload, "/id");
        JsonNode more = payload.path("additional_attributes");
        String stated = LanguageTag.of(more.path("conversation_language"));
        String language = stated == null ? LanguageTag.of(more.path("browser_language")) : stated;
        String account = Payload.text(payload.at("/account/id")).orElse(Payload.textOrNull(payload.path("account_id")));
        return events.add(
                        "conversation-" + id + "-created",
                        Payload.time(payload, "/created_at"),
                        new Started(
                                channel(payload),
                                language,
                                settings.tickets().ticket(id, TICKETS, account),
                                null,
                                null))
                .events();
    }

    /** A conversation that was running when the connection was made is made known by its messages. */
    private static void running(JsonNode message, EventCollector events, MappingSettings settings)
            throws UnmappableException {
        JsonNode conversation = message.path("conversation");
        if (conversation.path("channel").isTextual()
                && PlatformTime.of(conversation.path("created_at")).isPresent()) {
            ObjectNode begun = conversation.deepCopy();
            begun.set("account", message.path("account"));
            created(begun, events, settings);
        }
    }

    private static String channel(JsonNode conversation) {
        String name = Payload.text(conversation.path("channel")).orElse("unknown");
        String bare = name.startsWith(CHANNEL_PREFIX) ? name.substring(CHANNEL_PREFIX.length()) : name;
        String lower = bare.toLowerCase(Locale.ROOT);
        return CHANNELS.getOrDefault(lower, lower);
    }

    /** The change of the status is told twice at times, in either payload; both yield the same event. */
    private static List<EventDocument> changed(JsonNode payload, EventCollector events) throws UnmappableException {
        for (JsonNode change : payload.path("changed_attributes")) {
            JsonNode status = change.path("status");
            if (status.isObject()) {
                String before = status.path("previous_value").asText();
                String after = status.path("current_value").asText();
                JsonNode moment = payload.path("updated_at").isMissingNode()
                        ? payload.path("timestamp")
                        : payload.path("updated_at");
                Instant at = PlatformTime.of(moment)
                        .orElseThrow(() -> new UnmappableException("The payload has no usable \"updated_at\"."));
                String id = "conversation-" + Payload.id(payload, "/id") + "-" + after + "-" + at.toEpochMilli();
                JsonNode meta = payload.path("meta");
                if (before.equals("pending") && after.equals("open")) {
                    events.add(id, at, new HandedOff("agent", teammate(meta), null));
                } else if (after.equals("resolved")) {
                    events.add(id, at, new Closed(assignee(meta), null));
                }
            }
        }
        return events.events();
    }

    static Person teammate(JsonNode meta) {
        JsonNode assignee = meta.path("assignee");
        return assignee.isObject() && !isAgent(assignee, meta) ? person(assignee) : null;
    }

    static Author assignee(JsonNode meta) {
        JsonNode assignee = meta.path("assignee");
        if (!assignee.isObject()) {
            return null;
        }
        return isAgent(assignee, meta) ? Author.customerAgent(person(assignee)) : Author.teammate(person(assignee));
    }

    private static boolean isAgent(JsonNode assignee, JsonNode meta) {
        String type = Payload.text(assignee.path("type"))
                .or(() -> Payload.text(meta.path("assignee_type")))
                .orElse("user");
        return isAgent(type);
    }

    /** {@code agent_bot} and {@code AgentBot}, {@code captain_assistant} and {@code Captain::Assistant}. */
    private static boolean isAgent(String type) {
        String letters = type.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return letters.equals("agentbot") || letters.equals("captainassistant");
    }

    static List<EventDocument> message(JsonNode payload, EventCollector events, MappingSettings settings)
            throws UnmappableException {
        Optional<Author> author = author(payload);
        if (author.isEmpty() || payload.path("private").asBoolean()) {
            return events.events();
        }
        String id = Payload.id(payload, "/id");
        String text =
                payload.path("content").isTextual() ? payload.path("content").textValue() : "";
        boolean isReply = author.get().kind().equals("customer_agent");
        return events.add(
                        "message-" + id,
                        // To the second, as the REST interface tells it: a message is the same, whichever way it comes.
                        Payload.time(payload, "/created_at").truncatedTo(ChronoUnit.SECONDS),
                        new Posted(
                                id,
                                author.get(),
                                text,
                                isReply ? settings.grounding().sourcesOf(text) : null,
                                null))
                .events();
    }

    /** Nobody where it is no message of a person or the agent. */
    static Optional<Author> author(JsonNode payload) {
        JsonNode sender = payload.path("sender");
        switch (messageType(payload)) {
            case "incoming":
                return Optional.of(
                        Author.visitor(Payload.textOrNull(sender.path("id")), Payload.textOrNull(sender.path("name"))));
            case "outgoing":
                String type = Payload.text(sender.path("type")).orElse("");
                if (isAgent(type)) {
                    return Optional.of(Author.customerAgent(person(sender)));
                }
                return type.equals("user") ? Optional.of(Author.teammate(person(sender))) : Optional.empty();
            default:
                return Optional.empty();
        }
    }

    static String messageType(JsonNode payload) {
        JsonNode type = payload.path("message_type");
        if (type.isInt() && type.intValue() >= 0 && type.intValue() < MESSAGE_TYPES.size()) {
            return MESSAGE_TYPES.get(type.intValue());
        }
        return type.asText();
    }

    /** The survey's answer comes as an update of the survey's message, which may be updated again for other reasons. */
    private static List<EventDocument> rating(JsonNode payload, EventCollector events) throws UnmappableException {
        JsonNode answer = payload.at("/content_attributes/submitted_values/csat_survey_response");
        JsonNode stars = answer.path("rating");
        if (!stars.isInt()) {
            return List.of();
        }
        Instant at = PlatformTime.of(answer.path("created_at")).orElse(null);
        return rated(Payload.id(payload, "/id"), answer, at == null ? Payload.time(payload, "/created_at") : at, events)
                .events();
    }

    /**
     * @param survey the message that asked
     * @param answer with its {@code rating}, from 1 to 5
     */
    static EventCollector rated(String survey, JsonNode answer, Instant at, EventCollector events) {
        int stars = answer.path("rating").intValue();
        String comment = Payload.textOrNull(answer.path("feedback_message"));
        return events.add(
                "message-" + survey + "-rating-" + Fingerprint.of(stars + " " + comment),
                at,
                new Rated(Stars.rating(stars), null, comment));
    }

    private static Person person(JsonNode sender) {
        return new Person(Payload.textOrNull(sender.path("id")), Payload.textOrNull(sender.path("name")));
    }
}
