package org.answerloop.connection.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import org.answerloop.event.model.EventDetails.Started;
import org.answerloop.event.model.EventDetails.Ticket;

/** What HubSpot says of one thread when it is asked. */
final class HubSpotThread {

    private static final String THREADS = "/conversations/v3/conversations/threads/{}";
    private static final String TICKETS = "https://app.hubspot.com/contacts/{account}/record/0-5/{id}";
    private static final String INBOX = "https://app.hubspot.com/live-messages/{account}/inbox/{id}";
    private static final Map<String, String> CHANNELS = Map.of(
            "live_chat", "chat",
            "fb_messenger", "messenger",
            "forms", "form",
            "calling", "phone");

    /** So many times a hundred entries are looked through for who had the thread before. */
    private static final int MOST_PAGES = 20;

    /** An assignment is written down about when it is told. */
    private static final long TOLERANCE_MILLIS = 2_000;

    private final String id;
    private final MappingSettings settings;
    private final PlatformApi api;

    HubSpotThread(String id, MappingSettings settings, PlatformApi api) {
        this.id = id;
        this.settings = settings;
        this.api = api;
    }

    JsonNode message(String messageId) throws UnmappableException {
        return api.get(ApiPath.of(THREADS + "/messages/{}", id, messageId));
    }

    /**
     * How the thread began. A ticket that it got afterwards comes with a beginning of its own, at the same moment and before
     * the other by its id: so it counts, whenever it becomes known.
     */
    void begin(String portal, EventCollector events) throws UnmappableException {
        JsonNode thread = api.get(ApiPath.of(THREADS + "?association=TICKET", id));
        Instant at = Payload.time(thread, "/createdAt");
        String channel = channel(thread);
        Ticket itself = settings.tickets().substitute(id, INBOX, portal);
        events.add("thread-" + id + "-created", at, new Started(channel, null, itself, null, null));
        Optional<String> ticket = Payload.text(thread.at("/threadAssociations/associatedTicketId"));
        if (ticket.isPresent()) {
            events.add(
                    "thread-" + id + "-associated-" + ticket.get(),
                    at,
                    new Started(channel, null, settings.tickets().ticket(ticket.get(), TICKETS, portal), null, null));
        }
    }

    private String channel(JsonNode thread) throws UnmappableException {
        Optional<String> number = Payload.text(thread.path("originalChannelId"));
        if (number.isEmpty()) {
            return "unknown";
        }
        JsonNode channel = api.get(ApiPath.of("/conversations/v3/conversations/channels/{}", number.get()));
        String name = Payload.text(channel.path("name")).orElse("unknown").toLowerCase(Locale.ROOT);
        return CHANNELS.getOrDefault(name, name);
    }

    /**
     * What made the thread go from a customer agent to a teammate.
     *
     * @param teammate who was given it
     * @param at when
     * @return nothing where no agent had it
     */
    Optional<String> handoffTrigger(String teammate, Instant at) throws UnmappableException {
        List<JsonNode> before = entriesUntil(at.plusMillis(TOLERANCE_MILLIS));
        Optional<JsonNode> assignment = before.stream()
                .filter(HubSpotThread::isAssignment)
                .filter(entry -> teammate.equals(entry.path("assignedTo").asText()))
                .findFirst();
        List<JsonNode> earlier = assignment
                .map(entry -> before.subList(before.indexOf(entry) + 1, before.size()))
                .orElse(before);
        Optional<String> holder = assignment
                .flatMap(entry -> Payload.text(entry.path("assignedFrom")))
                .or(() -> lastHolder(earlier, teammate));
        boolean isFromAgent = holder.map(settings.agents()::contains)
                .orElseGet(() -> earlier.stream().anyMatch(this::isReply));
        return isFromAgent ? Optional.of(assignment.map(this::trigger).orElse("rule")) : Optional.empty();
    }

    private static Optional<String> lastHolder(List<JsonNode> earlier, String teammate) {
        return earlier.stream()
                .filter(HubSpotThread::isAssignment)
                .flatMap(entry -> Payload.text(entry.path("assignedTo")).stream())
                .filter(actor -> !actor.equals(teammate))
                .findFirst();
    }

    private String trigger(JsonNode assignment) {
        String actor = assignment.path("createdBy").asText();
        if (settings.agents().contains(actor)) {
            return "agent";
        }
        return actor.startsWith(HubSpotMapper.TEAMMATE) ? "manual" : "rule";
    }

    private boolean isReply(JsonNode entry) {
        return entry.path("type").asText().equals("MESSAGE")
                && settings.agents()
                        .contains(Payload.text(entry.at("/senders/0/actorId"))
                                .orElse(entry.path("createdBy").asText()));
    }

    private static boolean isAssignment(JsonNode entry) {
        return entry.path("type").asText().equals("ASSIGNMENT");
    }

    /** The latest first. */
    private List<JsonNode> entriesUntil(Instant moment) throws UnmappableException {
        List<JsonNode> entries = new ArrayList<>();
        ApiPath path = ApiPath.of(THREADS + "/messages?sort=-createdAt&limit=100", id);
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode list = api.get(path);
            for (JsonNode entry : list.path("results")) {
                if (!Payload.time(entry, "/createdAt").isAfter(moment)) {
                    entries.add(entry);
                }
            }
            Optional<String> next = Payload.text(list.at("/paging/next/after"));
            if (next.isEmpty()) {
                break;
            }
            path = ApiPath.of(THREADS + "/messages?sort=-createdAt&limit=100&after={}", id, next.get());
        }
        return entries;
    }
}
