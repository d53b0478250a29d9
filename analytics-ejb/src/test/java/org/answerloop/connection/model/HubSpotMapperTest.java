package org.answerloop.connection.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The actor with the id A-900 is the customer agent. */
class HubSpotMapperTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final MappedEvents events = MappedEvents.of(Platform.HUBSPOT);

    @Test
    void several_notifications_come_at_a_time() {
        assertThat(events.from(
                        "[" + changed("status", "CLOSED") + "," + notification("conversation.privacyDeletion", "") + ","
                                + notification("contact.creation", "") + "]"))
                .containsExactly(
                        "conversation.closed 55 thread-55-status-1767225600123 2026-01-01T00:00:00.123Z {}",
                        "conversation.redacted 55 thread-55-redacted-1767225600123 2026-01-01T00:00:00.123Z {}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "V-1   | INCOMING | {kind:visitor,id:V-1,name:N},text:Hi}",
                "A-7   | OUTGOING | {kind:teammate,id:A-7,name:N},text:Hi}",
                "A-900 | OUTGOING | {kind:customer_agent,id:A-900,name:N},text:Hi,sources:[]}"
            })
    void a_message_is_asked_for(String actor, String direction, String told) {
        assertThat(events.asking(message(actor, direction)).from("[" + newMessage("MESSAGE") + "]"))
                .containsExactly("message.posted 55 message-m1 2026-01-01T00:00:01Z {messageId:m1,author:" + told);
    }

    @Test
    void what_a_workflow_sends_is_no_message() {
        assertThat(events.asking(message("S-1", "OUTGOING")).from("[" + newMessage("MESSAGE") + "]"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMMENT", "WELCOME_MESSAGE"})
    void comments_and_greetings_are_not_even_asked_for(String type) {
        assertThat(events.from("[" + newMessage(type) + "]")).isEmpty();
    }

    @Test
    void a_closed_thread_is_closed_and_the_agent_is_assigned() {
        assertThat(events.from("[" + changed("status", "CLOSED") + "," + changed("status", "OPEN") + ","
                        + changed("assignedTo", "A-900") + "," + changed("assignedTo", "") + "]"))
                .containsExactly(
                        "conversation.closed 55 thread-55-status-1767225600123 2026-01-01T00:00:00.123Z {}",
                        "agent.assigned 55 thread-55-assignedTo-1767225600123 2026-01-01T00:00:00.123Z"
                                + " {customerAgent:{id:A-900}}");
    }

    @Test
    void without_access_to_the_api_somebody_is_told_what_to_do() {
        MappingSettings settings = new MappingSettings("s", Grounding.NEVER, Set.of());

        assertThatThrownBy(() -> Platform.HUBSPOT.events("[" + newMessage("MESSAGE") + "]", settings, PlatformApi.NONE))
                .isInstanceOf(UnmappableException.class)
                .hasMessageContaining("give the connection the address of its API and a token");
    }

    @Test
    void an_id_leads_nowhere_else() {
        MappingSettings settings = new MappingSettings("s", Grounding.NEVER, Set.of());
        String payload = newMessage("MESSAGE").replace("\"m1\"", "\"../../secrets?x\"");

        assertThatThrownBy(() -> Platform.HUBSPOT.events(payload, settings, message("V-1", "INCOMING")))
                .isInstanceOf(UnmappableException.class)
                .hasMessageContaining("cannot stand in an address");
    }

    private static PlatformApi message(String actor, String direction) {
        return path -> {
            assertThat(path).hasToString("/conversations/v3/conversations/threads/55/messages/m1");
            try {
                return JSON.readTree("""
                        {"type": "MESSAGE", "id": "m1", "conversationsThreadId": "55", "text": "Hi",
                         "createdAt": "2026-01-01T00:00:01Z", "direction": "%s", "createdBy": "%s",
                         "senders": [{"actorId": "%s", "name": "N"}]}""".formatted(direction, actor, actor));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static String newMessage(String type) {
        return notification("conversation.newMessage", ", \"messageId\": \"m1\", \"messageType\": \"" + type + "\"");
    }

    private static String changed(String property, String value) {
        return notification(
                "conversation.propertyChange",
                ", \"propertyName\": \"" + property + "\", \"propertyValue\": \"" + value + "\"");
    }

    private static String notification(String type, String more) {
        return """
                {"eventId": 1, "subscriptionId": 12, "portalId": 62515, "appId": 5, "occurredAt": 1767225600123,
                 "subscriptionType": "%s", "attemptNumber": 0, "objectId": 55%s}""".formatted(type, more);
    }
}
