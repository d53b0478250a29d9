package org.answerloop.system.inside;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import com.sun.net.httpserver.HttpExchange;

/** What platforms send when a visitor asks where their parcel is. */
final class Payloads {

    private Payloads() {}

    /** Of HubSpot when it is asked for the message of this address. */
    static byte[] hubspotMessage(HttpExchange exchange) {
        String address = exchange.getRequestURI().getPath();
        return """
                {"id": "%s", "createdAt": "2026-01-01T00:00:00Z", "direction": "INCOMING", "text": "Where is my parcel?",
                 "senders": [{"actorId": "V-1", "name": "Vera"}]}""".formatted(address.substring(address.lastIndexOf('/') + 1)).getBytes(StandardCharsets.UTF_8);
    }

    /** Says that there is a message, and not what it says. */
    static String hubspot(String thread, Instant now) {
        return "[{\"subscriptionType\": \"conversation.newMessage\", \"objectId\": \"" + thread
                + "\", \"messageId\": \"m-" + thread + "\", \"messageType\": \"MESSAGE\", \"occurredAt\": "
                + now.toEpochMilli() + "}]";
    }

    static String chatwoot(String conversation, int message, Instant now) {
        return """
                {"event": "message_created", "id": %d, "content": "Where is my parcel?", "message_type": "incoming",
                 "private": false, "created_at": "%s", "sender": {"id": 7, "name": "Vera"},
                 "conversation": {"id": "%s", "status": "pending"}}""".formatted(message, now.minusSeconds(60), conversation);
    }
}
