package org.answerloop.connection.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.answerloop.event.model.EventDocument;

/**
 * What Chatwoot's application API says of the past, page by page, in the events that its webhooks would have become: the
 * same ids, and the same content. The conversations are listed by their last activity, the latest first; one that
 * becomes active while the list is being read moves to its front and is met again the next time.
 */
public final class ChatwootHistory {

    /** So many times twenty messages of one conversation; no person writes more. */
    private static final int MOST_PAGES = 500;

    private final Inquiry inquiry;

    public ChatwootHistory(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    /**
     * A page of a list.
     *
     * @param last whether those of interest end on it
     */
    public record Page<T>(List<T> items, boolean last) {}

    /** @param number from 1 */
    public Page<TouchedConversation> conversations(int number) throws UnmappableException {
        JsonNode list = inquiry.api()
                .get(ApiPath.of(
                        "/conversations?status=all&assignee_type=all&sort_by=last_activity_at_desc&page={}",
                        Integer.toString(number)))
                .at("/data/payload");
        requireArray(list, "data.payload");
        List<TouchedConversation> touched = new ArrayList<>();
        for (JsonNode conversation : list) {
            Instant activity = PlatformTime.of(conversation.path("last_activity_at"))
                    .or(() -> PlatformTime.of(conversation.path("timestamp")))
                    .orElseThrow(() -> new UnmappableException("A conversation has no usable \"last_activity_at\"."));
            if (!activity.isBefore(inquiry.since())) {
                touched.add(new TouchedConversation(Payload.id(conversation, "/id"), activity, conversation));
            }
        }
        return new Page<>(touched, touched.isEmpty());
    }

    /** All that the conversation's webhooks would have told in the span of time. */
    public List<EventDocument> events(TouchedConversation conversation) throws UnmappableException {
        EventCollector events = new EventCollector(inquiry.settings().source(), conversation.id());
        ObjectNode begun = conversation.told().deepCopy();
        begun.set("channel", conversation.told().at("/meta/channel"));
        ChatwootMapper.created(begun, events, inquiry.settings());
        List<JsonNode> messages = messages(conversation.id());
        for (JsonNode message : messages) {
            if (inquiry.contains(Payload.time(message, "/created_at"))) {
                ChatwootMapper.message(message, events, inquiry.settings());
            }
        }
        if (conversation.lastActivity().isBefore(inquiry.until())) {
            new ChatwootStatus(conversation, messages, inquiry.known().changesOf(conversation.id())).tell(events);
        }
        return events.events();
    }

    /** The latest ones, back to the beginning of the span; the earliest first. */
    private List<JsonNode> messages(String conversation) throws UnmappableException {
        List<JsonNode> all = new ArrayList<>();
        Optional<JsonNode> earliest = Optional.empty();
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode list = inquiry.api().get(messages(conversation, earliest)).path("payload");
            requireArray(list, "payload");
            List<JsonNode> earlier = new ArrayList<>();
            list.forEach(earlier::add);
            all.addAll(0, earlier);
            if (earlier.isEmpty() || Payload.time(earlier.get(0), "/created_at").isBefore(inquiry.since())) {
                return all;
            }
            earliest = Optional.of(earlier.get(0));
        }
        throw new UnmappableException(
                "The platform's list of the messages of conversation " + conversation + " does not come to an end.");
    }

    private static ApiPath messages(String conversation, Optional<JsonNode> earliest) throws UnmappableException {
        return earliest.isEmpty()
                ? ApiPath.of("/conversations/{}/messages", conversation)
                : ApiPath.of("/conversations/{}/messages?before={}", conversation, Payload.id(earliest.get(), "/id"));
    }

    /**
     * The answers to the surveys, which change no conversation's last activity.
     *
     * @param number from 1
     */
    public Page<EventDocument> ratings(int number) throws UnmappableException {
        JsonNode list = inquiry.api()
                .get(ApiPath.of(
                        "/csat_survey_responses?since={}&until={}&sort=created_at&page={}",
                        Long.toString(inquiry.since().getEpochSecond()),
                        Long.toString(inquiry.until().getEpochSecond()),
                        Integer.toString(number)));
        requireArray(list, "");
        List<EventDocument> events = new ArrayList<>();
        for (JsonNode answer : list) {
            Instant at = Payload.time(answer, "/created_at");
            if (inquiry.contains(at) && answer.path("rating").isInt()) {
                EventCollector collector =
                        new EventCollector(inquiry.settings().source(), Payload.id(answer, "/conversation_id"));
                ChatwootMapper.rated(Payload.id(answer, "/message_id"), answer, at, collector);
                events.addAll(collector.events());
            }
        }
        return new Page<>(events, list.isEmpty());
    }

    private static void requireArray(JsonNode list, String member) throws UnmappableException {
        if (!list.isArray()) {
            throw new UnmappableException("The platform's answer has no list" + (member.isEmpty() ? "" : " \"" + member)
                    + (member.isEmpty() ? "." : "\"."));
        }
    }
}
