package org.answerloop.connection.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.answerloop.event.model.EventDetails.Author;
import org.answerloop.event.model.EventDetails.Closed;
import org.answerloop.event.model.EventDetails.Flagged;
import org.answerloop.event.model.EventDetails.HandedOff;
import org.answerloop.event.model.EventDetails.Posted;
import org.answerloop.event.model.EventDetails.Rated;
import org.answerloop.event.model.EventDetails.Started;
import org.answerloop.event.model.EventDocument;

/**
 * Intercom. What its AI agent leans on stands in {@code ai_agent}; only where that is absent (old versions of its
 * interface) does the connection's setting decide. An assignment is a handoff where the AI agent took part. Conversations
 * of a preview are flagged as tests.
 */
final class IntercomMapper implements PayloadMapper {

    private static final Set<String> TOPICS = Set.of(
            "conversation.user.created",
            "conversation.user.replied",
            "conversation.admin.replied",
            "conversation.operator.replied",
            "conversation.admin.assigned",
            "conversation.admin.closed",
            "conversation.rating.added");
    private static final String TICKETS =
            "https://app.intercom.com/a/inbox/{account}/inbox/shared/all/conversation/{id}";
    private static final Set<String> PREVIEWS = Set.of("fin_preview", "workflow_preview");

    @Override
    public List<EventDocument> map(JsonNode payload, MappingSettings settings, PlatformApi api)
            throws UnmappableException {
        String topic = Payload.id(payload, "/topic");
        if (!TOPICS.contains(topic)) {
            return List.of();
        }
        JsonNode conversation = payload.at("/data/item");
        EventCollector events = new EventCollector(settings.source(), Payload.id(payload, "/data/item/id"));
        flagPreview(conversation, events);
        begin(payload, events, settings);
        if (topic.equals("conversation.user.created")) {
            ask(conversation, events);
        } else if (topic.equals("conversation.rating.added")) {
            rate(payload, events);
        }
        for (JsonNode part : conversation.at("/conversation_parts/conversation_parts")) {
            tell(new IntercomPart(part, conversation, settings), events);
        }
        return events.events();
    }

    @Override
    public String conversationPointer(JsonNode payload) {
        return "/data/item/id";
    }

    private static void flagPreview(JsonNode conversation, EventCollector events) throws UnmappableException {
        if (PREVIEWS.contains(conversation.at("/ai_agent/source_type").asText())) {
            String id = Payload.id(conversation, "/id");
            events.add(
                    "conversation-" + id + "-preview",
                    Payload.time(conversation, "/created_at"),
                    new Flagged("test", true));
        }
    }

    /** Every payload holds how its conversation began, also of one that was running when the connection was made. */
    private static void begin(JsonNode payload, EventCollector events, MappingSettings settings)
            throws UnmappableException {
        JsonNode conversation = payload.at("/data/item");
        Optional<String> type = Payload.text(conversation.at("/source/type"));
        if (type.isPresent()) {
            String id = Payload.id(conversation, "/id");
            String channel = type.get().equals("conversation") ? "chat" : type.get();
            String workspace = Payload.textOrNull(payload.path("app_id"));
            events.add(
                    "conversation-" + id + "-created",
                    Payload.time(conversation, "/created_at"),
                    new Started(channel, null, settings.tickets().ticket(id, TICKETS, workspace), null, null));
        }
    }

    /** The message that began the conversation. */
    private static void ask(JsonNode conversation, EventCollector events) throws UnmappableException {
        JsonNode source = conversation.path("source");
        Optional<Author> author = IntercomPart.person(source.path("author"));
        if (author.isPresent() && source.path("body").isTextual()) {
            String messageId = Payload.text(source.path("id")).orElse("source-" + Payload.id(conversation, "/id"));
            events.add(
                    "source-" + messageId,
                    Payload.time(conversation, "/created_at"),
                    new Posted(
                            messageId,
                            author.get(),
                            PlainText.of(source.path("body").textValue()),
                            null,
                            null));
        }
    }

    /** The AI agent's rating; one that was given to a teammate says nothing about it. */
    private static void rate(JsonNode payload, EventCollector events) throws UnmappableException {
        JsonNode conversation = payload.at("/data/item");
        JsonNode rating = conversation.path("conversation_rating");
        boolean isOfTheAgent = conversation.at("/ai_agent/rating").isInt();
        boolean isOfATeammate = rating.at("/teammate/type")
                .asText(rating.at("/teammate").asText())
                .equals("admin");
        JsonNode stars = isOfTheAgent ? conversation.at("/ai_agent/rating") : rating.path("rating");
        if (!stars.isInt() || (!isOfTheAgent && isOfATeammate)) {
            return;
        }
        JsonNode remark = isOfTheAgent ? conversation.at("/ai_agent/rating_remark") : rating.path("remark");
        JsonNode dated = rating.path("created_at").isNumber() ? rating : payload;
        String id = Payload.id(conversation, "/id") + "-rating-" + Payload.id(dated, "/created_at");
        events.add(
                "conversation-" + id + "-" + stars.intValue(),
                Payload.time(dated, "/created_at"),
                new Rated(Stars.rating(stars.intValue()), null, Payload.textOrNull(remark)));
    }

    private static void tell(IntercomPart part, EventCollector events) throws UnmappableException {
        if (part.isMessage()) {
            events.add(
                    part.eventId(),
                    part.at(),
                    new Posted(part.id(), part.author().orElseThrow(), part.text(), part.sources(), null));
        }
        if (part.isHandoff()) {
            events.add(part.eventId() + "-handoff", part.at(), new HandedOff(part.trigger(), part.assignee(), null));
        }
        if (part.isClosing()) {
            events.add(
                    part.eventId() + "-closed",
                    part.at(),
                    new Closed(part.author().orElse(null), null));
        }
    }
}
