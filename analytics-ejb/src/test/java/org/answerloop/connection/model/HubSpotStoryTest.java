package org.answerloop.connection.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A thread of HubSpot as it is told by webhooks and by the API. The actor A-900 is the customer agent, A-7 is a person. */
class HubSpotStoryTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long BEGAN = 1_767_225_600_123L;

    private final List<String> entries = new ArrayList<>();
    private String associations = "";
    private String channel = "LIVE_CHAT";

    @Test
    void from_the_agent_to_a_person_who_answers_and_closes() {
        associations = ", \"threadAssociations\": {\"associatedTicketId\": \"4711\"}";
        entry(10, "ASSIGNMENT", "S-hubspot", "\"assignedTo\": \"A-900\"");
        said(20, "V-101", "Vera", "INCOMING", "Where is my order?");
        said(30, "A-900", "Robin", "OUTGOING", "See https://help.example/orders");
        entry(60, "ASSIGNMENT", "A-900", "\"assignedTo\": \"A-7\", \"assignedFrom\": \"A-900\"");
        said(90, "A-7", "Tom", "OUTGOING", "I send it again.");
        entry(100, "THREAD_STATUS_CHANGE", "A-7", "\"newStatus\": \"CLOSED\"");

        assertThat(told(
                        notification(0, "creation", ""),
                        changed(10, "assignedTo", "A-900"),
                        message(20),
                        message(30),
                        changed(60, "assignedTo", "A-7"),
                        message(90),
                        changed(100, "status", "CLOSED")))
                .containsExactly(
                        "conversation.started 55 thread-55-created 2026-01-01T00:00:00.100Z {channel:chat,ticket:{id:55,"
                                + "url:https://app.hubspot.com/live-messages/62515/inbox/55}}",
                        "conversation.started 55 thread-55-associated-4711 2026-01-01T00:00:00.100Z {channel:chat,"
                                + "ticket:{id:4711,url:https://app.hubspot.com/contacts/62515/record/0-5/4711}}",
                        "agent.assigned 55 thread-55-assignedTo-1767225610123 2026-01-01T00:00:10.123Z"
                                + " {customerAgent:{id:A-900}}",
                        "message.posted 55 message-m20 2026-01-01T00:00:20.123Z {messageId:m20,author:{kind:visitor,"
                                + "id:V-101,name:Vera},text:Where is my order?}",
                        "message.posted 55 message-m30 2026-01-01T00:00:30.123Z {messageId:m30,author:"
                                + "{kind:customer_agent,id:A-900,name:Robin},text:See https://help.example/orders,"
                                + "sources:[{type:link,url:https://help.example/orders}]}",
                        "handoff.made 55 thread-55-assignedTo-1767225660123 2026-01-01T00:01:00.123Z"
                                + " {trigger:agent,to:{id:A-7}}",
                        "message.posted 55 message-m90 2026-01-01T00:01:30.123Z {messageId:m90,author:{kind:teammate,"
                                + "id:A-7,name:Tom},text:I send it again.}",
                        "conversation.closed 55 thread-55-status-1767225700123 2026-01-01T00:01:40.123Z {}");
    }

    @ParameterizedTest(name = "by {0}: {1}")
    @CsvSource({"A-900, agent", "A-7, manual", "S-hubspot, rule", "B-3, rule", "I-77, rule"})
    void what_made_the_handoff_is_told_by_who_assigned(String actor, String trigger) {
        entry(10, "ASSIGNMENT", "S-hubspot", "\"assignedTo\": \"A-900\"");
        entry(60, "ASSIGNMENT", actor, "\"assignedTo\": \"A-7\"");

        assertThat(told(changed(60, "assignedTo", "A-7"))).last().asString().contains("{trigger:" + trigger + ",");
    }

    @Test
    void by_way_of_nobody_it_is_a_handoff_too() {
        entry(10, "ASSIGNMENT", "S-hubspot", "\"assignedTo\": \"A-900\"");
        entry(40, "ASSIGNMENT", "A-900", "\"assignedTo\": null");
        entry(60, "ASSIGNMENT", "A-7", "\"assignedTo\": \"A-7\"");

        assertThat(told(changed(60, "assignedTo", "A-7"))).last().asString().startsWith("handoff.made");
    }

    @Test
    void an_agent_that_replied_without_being_assigned_had_the_thread() {
        said(30, "A-900", "Robin", "OUTGOING", "Hello");
        entry(60, "ASSIGNMENT", "A-7", "\"assignedTo\": \"A-7\"");

        assertThat(told(changed(60, "assignedTo", "A-7"))).last().asString().contains("{trigger:manual,");
    }

    @Test
    void from_person_to_person_and_from_nobody_to_a_person_are_no_handoffs() {
        entry(50, "ASSIGNMENT", "A-7", "\"assignedTo\": \"A-8\"");
        entry(60, "ASSIGNMENT", "A-8", "\"assignedTo\": \"A-7\"");

        assertThat(told(changed(60, "assignedTo", "A-7"))).noneMatch(event -> event.startsWith("handoff.made"));
        entries.clear();
        assertThat(told(changed(60, "assignedTo", "A-7"))).noneMatch(event -> event.startsWith("handoff.made"));
    }

    /** The delivery is worked on late, and the thread has gone on meanwhile. */
    @Test
    void what_came_afterwards_changes_nothing() {
        entry(60, "ASSIGNMENT", "S-hubspot", "\"assignedTo\": \"A-7\"");
        entry(80, "ASSIGNMENT", "A-7", "\"assignedTo\": \"A-900\"");
        said(90, "A-900", "Robin", "OUTGOING", "Hello");

        assertThat(told(changed(60, "assignedTo", "A-7"))).noneMatch(event -> event.startsWith("handoff.made"));
    }

    @ParameterizedTest
    @CsvSource({"LIVE_CHAT, chat", "FB_MESSENGER, messenger", "EMAIL, email", "FORMS, form", "WHATSAPP, whatsapp"})
    void the_channel_is_the_one_on_which_the_thread_began(String name, String expected) {
        channel = name;

        assertThat(told(notification(0, "creation", "")))
                .singleElement()
                .asString()
                .contains("{channel:" + expected + ",");
    }

    private List<String> told(String... notifications) {
        return MappedEvents.of(Platform.HUBSPOT)
                .asking(path -> answer(path.toString()))
                .from("[" + String.join(",", notifications) + "]")
                .stream()
                .distinct()
                .toList();
    }

    private JsonNode answer(String path) {
        String threads = "/conversations/v3/conversations/threads/55";
        Map<String, String> answers = Map.of(
                threads + "?association=TICKET",
                """
                        {"id": "55", "createdAt": "2026-01-01T00:00:00.100Z", "status": "OPEN", "inboxId": "3",
                         "originalChannelId": "1000", "originalChannelAccountId": "41", "assignedTo": "A-7",
                         "associatedContactId": "101", "spam": false, "archived": false%s}""".formatted(associations),
                "/conversations/v3/conversations/channels/1000",
                "{\"id\": \"1000\", \"name\": \"" + channel + "\"}",
                threads + "/messages?sort=-createdAt&limit=100",
                newest(0, ", \"paging\": {\"next\": {\"after\": \"p2\"}}"),
                threads + "/messages?sort=-createdAt&limit=100&after=p2",
                newest(1, ""));
        String one = path.startsWith(threads + "/messages/") ? entry(path.substring(path.lastIndexOf('/') + 1)) : null;
        return read(one == null ? answers.get(path) : one);
    }

    /** The second half of the entries, or the first. */
    private String newest(int page, String paging) {
        int half = entries.size() / 2;
        List<String> some =
                new ArrayList<>(page == 0 ? entries.subList(half, entries.size()) : entries.subList(0, half));
        Collections.reverse(some);
        return "{\"results\": [" + String.join(",", some) + "]" + paging + "}";
    }

    private String entry(String id) {
        return entries.stream()
                .filter(entry -> entry.contains("\"id\": \"" + id + "\""))
                .findFirst()
                .orElseThrow();
    }

    private void said(int second, String actor, String name, String direction, String text) {
        entry(
                second,
                "MESSAGE",
                actor,
                "\"direction\": \"" + direction + "\", \"channelId\": \"1000\", \"text\": \"" + text
                        + "\", \"senders\": [{\"actorId\": \"" + actor + "\", \"name\": \"" + name + "\"}]");
    }

    private void entry(int second, String type, String actor, String more) {
        entries.add("""
                {"type": "%s", "id": "m%d", "conversationsThreadId": "55", "createdAt": "%s", "createdBy": "%s",
                 "client": {"clientType": "HUBSPOT"}, "recipients": [], "archived": false, %s}""".formatted(type, second, Instant.ofEpochMilli(BEGAN + second * 1_000L), actor, more));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String message(int second) {
        return notification(second, "newMessage", ", \"messageId\": \"m" + second + "\", \"messageType\": \"MESSAGE\"");
    }

    private static String changed(int second, String property, String value) {
        return notification(
                second,
                "propertyChange",
                ", \"propertyName\": \"" + property + "\", \"propertyValue\": \"" + value
                        + "\", \"changeSource\": \"CONVERSATIONS\"");
    }

    private static String notification(int second, String type, String more) {
        return """
                {"eventId": %d, "subscriptionId": 12, "portalId": 62515, "appId": 5, "occurredAt": %d,
                 "subscriptionType": "conversation.%s", "attemptNumber": 0, "objectId": 55%s}""".formatted(second, BEGAN + second * 1_000L, type, more);
    }
}
