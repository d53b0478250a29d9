package org.answerloop.connection.model;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Whatever stands in a genuine delivery holds its connection's worker up for seconds at most. */
class HostilePayloadTest {

    /** As much as a delivery may have, in every member that is looked into. */
    private static final int CHARACTERS = 150_000;

    private static final Map<Platform, String> PAYLOADS =
            Map.of(Platform.CHATWOOT, """
            {"event": "message_created", "id": "1", "content": "{}", "message_type": "outgoing", "created_at": "{}",
             "sender": {"id": "{}", "name": "{}", "type": "agent_bot"}, "conversation": {"id": "1", "channel": "{}",
             "created_at": 1767225600, "additional_attributes": {"browser_language": "{}"}}}""", Platform.INTERCOM, """
            {"topic": "conversation.user.created", "id": "1", "app_id": "{}", "data": {"item": {"id": "1",
             "created_at": 1767225600, "source": {"type": "{}", "id": "1", "body": "{}", "author": {"type": "user"}},
             "conversation_parts": {"conversation_parts": [{"id": "2", "part_type": "comment", "body": "{}",
              "created_at": 1767225600, "author": {"type": "bot", "from_ai_agent": true}}]}}}}""", Platform.HUBSPOT, """
            [{"subscriptionType": "conversation.newMessage", "objectId": "{}", "messageId": "{}", "occurredAt": 1},
             {"subscriptionType": "conversation.propertyChange", "objectId": "1", "propertyName": "assignedTo",
              "propertyValue": "A-{}", "occurredAt": 1767225600000}]""", Platform.ZENDESK, """
            {"type": "zen:event-type:ticket.comment_added", "id": "{}", "time": "2026-01-01T00:00:00Z",
             "detail": {"id": "{}", "via": {"channel": "{}"}}, "event": {"comment": {"id": "1", "is_public": true,
              "body": "{}", "author": {"id": "900", "is_staff": true}}}}""");

    static Stream<Arguments> payloads() {
        return Stream.of(
                        "a", "-a", "1", "http://", "http://a.!", "<a href='x", "<div>", " \\n", "&amp;", "\u0301\u0323")
                .flatMap(part -> PAYLOADS.keySet().stream().map(platform -> arguments(platform, part)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("payloads")
    void a_payload_is_mapped_or_refused_in_bounded_time(Platform platform, String part) {
        MappingSettings settings = new MappingSettings("https://desk.example", Grounding.WITH_LINK, Set.of("900"));
        String payload = PAYLOADS.get(platform).replace("{}", part.repeat(CHARACTERS / part.length()));

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try {
                platform.events(payload, settings, PlatformApi.NONE);
            } catch (UnmappableException refused) {
                // In time, which is all that is asked here.
            }
        });
    }
}
