package org.answerloop.connection.model;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.answerloop.event.model.EventDetails.Closed;
import org.answerloop.event.model.EventDetails.HandedOff;

/**
 * What a conversation's status says that no known event says. Chatwoot's API tells where a conversation stands and not how
 * it came there: a closing or a handoff is missing where the status says that there was one and the last one that is
 * known does not account for it. Its time is that of the line that the platform itself writes into the conversation on
 * such an occasion.
 */
final class ChatwootStatus {

    private static final Pattern CHANGE = Pattern.compile("conversation-.+-(open|resolved)-(\\d{1,15})");

    private final TouchedConversation conversation;
    private final List<JsonNode> messages;
    private final String knownStatus;
    private final Instant knownSince;

    /**
     * @param messages the latest ones, the earliest first
     * @param known the ids of the changes that are known, the earliest first
     */
    ChatwootStatus(TouchedConversation conversation, List<JsonNode> messages, List<String> known) {
        this.conversation = conversation;
        this.messages = messages;
        Matcher last = CHANGE.matcher(known.isEmpty() ? "" : known.get(known.size() - 1));
        this.knownStatus = last.matches() ? last.group(1) : "";
        this.knownSince = last.matches() ? Instant.ofEpochMilli(Long.parseLong(last.group(2))) : Instant.EPOCH;
    }

    void tell(EventCollector events) {
        JsonNode meta = conversation.told().path("meta");
        String status = conversation.told().path("status").asText();
        if (status.equals("resolved") && isClosingMissing()) {
            Instant at = lastMoment(ChatwootStatus::isActivity, conversation.lastActivity());
            events.add(id(status, at), at, new Closed(ChatwootMapper.assignee(meta), null));
        } else if (status.equals("open") && isHandoffMissing()) {
            Instant at = handoff();
            events.add(id(status, at), at, new HandedOff("agent", ChatwootMapper.teammate(meta), null));
        }
    }

    /** A visitor who writes to a closed conversation opens it again; so it has been closed once more since. */
    private boolean isClosingMissing() {
        return !knownStatus.equals("resolved")
                || lastMoment(message -> isBy(message, "visitor"), Instant.EPOCH)
                        .isAfter(knownSince);
    }

    /** The agent has a conversation while it is pending: one that is open has been handed off, unless it was closed. */
    private boolean isHandoffMissing() {
        return knownStatus.isEmpty() && messages.stream().anyMatch(ChatwootStatus::isReply);
    }

    private Instant handoff() {
        Instant reply = lastMoment(ChatwootStatus::isReply, conversation.lastActivity());
        return messages.stream()
                .filter(ChatwootStatus::isActivity)
                .map(ChatwootStatus::moment)
                .filter(moment -> !moment.isBefore(reply))
                .findFirst()
                .orElse(conversation.lastActivity());
    }

    private Instant lastMoment(Predicate<JsonNode> which, Instant otherwise) {
        return messages.stream()
                .filter(which)
                .map(ChatwootStatus::moment)
                .reduce((earlier, later) -> later)
                .orElse(otherwise);
    }

    private String id(String status, Instant at) {
        return "conversation-" + conversation.id() + "-" + status + "-" + at.toEpochMilli();
    }

    private static boolean isActivity(JsonNode message) {
        return ChatwootMapper.messageType(message).equals("activity");
    }

    private static boolean isReply(JsonNode message) {
        return isBy(message, "customer_agent");
    }

    private static boolean isBy(JsonNode message, String kind) {
        return !message.path("private").asBoolean()
                && ChatwootMapper.author(message)
                        .filter(author -> author.kind().equals(kind))
                        .isPresent();
    }

    private static Instant moment(JsonNode message) {
        return PlatformTime.of(message.path("created_at")).orElse(Instant.EPOCH);
    }
}
