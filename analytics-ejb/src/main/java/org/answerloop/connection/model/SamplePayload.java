package org.answerloop.connection.model;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.answerloop.event.model.EventComposer;
import org.answerloop.event.model.EventDetails.Flagged;
import org.answerloop.event.model.EventDocument;

/**
 * What each platform would send of a visitor's message, for trying a connection out; and what its API would say of the
 * message, where it would be asked.
 */
public final class SamplePayload {

    /** The conversation that all samples belong to; it is flagged as a test and counts nowhere. */
    public static final String CONVERSATION = "answerloop-test";

    private static final Map<Platform, String> TEMPLATES = Map.of(
            Platform.CHATWOOT,
            """
            {"event": "message_created", "id": "{id}", "content": "This is a test.", "message_type": "incoming",
             "private": false, "created_at": "{time}", "sender": {"id": 1, "name": "Test visitor"},
             "conversation": {"id": "{conversation}", "status": "pending"}}
            """,
            Platform.INTERCOM,
            """
            {"type": "notification_event", "id": "{id}", "topic": "conversation.user.replied", "created_at": {seconds},
             "data": {"item": {"type": "conversation", "id": "{conversation}", "created_at": {seconds},
              "conversation_parts": {"conversation_parts": [{"id": "{id}", "part_type": "comment",
               "body": "<p>This is a test.</p>", "created_at": {seconds},
               "author": {"type": "user", "id": "1", "name": "Test visitor"}}]}}}}
            """,
            Platform.HUBSPOT,
            """
            [{"eventId": {millis}, "subscriptionType": "conversation.newMessage", "objectId": "{conversation}",
              "messageId": "{id}", "messageType": "MESSAGE", "occurredAt": {millis}, "attemptNumber": 0}]
            """,
            Platform.ZENDESK,
            """
            {"type": "zen:event-type:ticket.comment_added", "id": "{id}", "time": "{time}",
             "subject": "zen:ticket:{conversation}", "detail": {"id": "{conversation}"},
             "event": {"comment": {"id": "{id}", "body": "This is a test.", "is_public": true,
              "author": {"id": "1", "is_staff": false, "name": "Test visitor"}}}}
            """,
            Platform.STANDARD_WEBHOOKS,
            """
            {"specversion": "1.0", "id": "{id}", "source": {source}, "type": "message.posted",
             "subject": "{conversation}", "time": "{time}", "data": {"messageId": "{id}",
              "author": {"kind": "visitor", "id": "1", "name": "Test visitor"}, "text": "This is a test."}}
            """);

    private SamplePayload() {}

    /** @param id makes this sample another than the ones before */
    public static String of(Connection connection, String id, Instant now) {
        return TEMPLATES
                .get(connection.platform())
                .replace("{id}", id)
                .replace("{time}", now.toString())
                .replace("{millis}", Long.toString(now.toEpochMilli()))
                .replace("{seconds}", Long.toString(now.getEpochSecond()))
                .replace("{conversation}", CONVERSATION)
                .replace("{source}", quoted(connection.source()));
    }

    /** What the platform's API would say of a sample's message. */
    public static PlatformApi api(String id, Instant at) {
        return path -> JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("createdAt", at.toString())
                .put("direction", "INCOMING")
                .put("createdBy", "V-1")
                .put("text", "This is a test.");
    }

    /** Says that the sample's conversation is a test. */
    public static EventDocument flag(String source, String id, Instant at) {
        return new EventComposer(source).compose("flag-" + id, CONVERSATION, at, new Flagged("test", true));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
