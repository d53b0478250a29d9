package org.answerloop.connection.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.answerloop.event.model.EventDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The span is the first hour of 2026; 1767225600 is its beginning. */
class ChatwootHistoryTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");
    private static final long BEGAN = SINCE.getEpochSecond();
    private static final MappingSettings SETTINGS =
            new MappingSettings("https://desk.example", Grounding.WITH_LINK, Set.of());

    private final Map<String, String> answers = new HashMap<>();
    private List<String> known = List.of();

    @Test
    void conversations_are_listed_until_a_page_holds_none_of_interest() throws Exception {
        givenConversations(1, conversation(3, "open", 60), conversation(2, "open", 0), conversation(1, "open", -1));
        givenConversations(2, conversation(1, "open", -1));

        assertThat(history().conversations(1).items())
                .extracting(TouchedConversation::id)
                .containsExactly("3", "2");
        assertThat(history().conversations(1).last()).isFalse();
        assertThat(history().conversations(2).last()).isTrue();
    }

    @Test
    void what_is_pulled_is_what_the_webhooks_would_have_told() throws Exception {
        givenMessages(
                message(101, 60, 0, "{\"id\": 7, \"name\": \"Vera\", \"type\": \"contact\"}"),
                message(102, 61, 1, "{\"id\": 8, \"name\": \"Bot\", \"type\": \"agent_bot\"}"),
                message(103, 62, 2, "null"),
                message(104, 63, 1, "{\"id\": 5, \"name\": \"Tom\", \"type\": \"user\"}"));
        List<EventDocument> webhooks = Platform.CHATWOOT.events("""
                {"event": "conversation_created", "id": 42, "channel": "Channel::WebWidget", "status": "pending",
                 "additional_attributes": {"browser_language": "pt_BR"}, "created_at": 1767225600,
                 "meta": {"sender": {"id": 7, "name": "Vera"}}}""", SETTINGS, PlatformApi.NONE);

        List<EventDocument> pulled = history().events(touched("pending", 63));

        assertThat(bytes(pulled.get(0))).isEqualTo(bytes(webhooks.get(0)));
        assertThat(pulled.stream().skip(1).map(ChatwootHistoryTest::bytes).toList())
                .containsExactly(
                        webhook(101, "2026-01-01T00:01:00.999Z", "incoming", "{\"id\": 7, \"name\": \"Vera\"}"),
                        webhook(
                                102,
                                "2026-01-01T00:01:01.001Z",
                                "outgoing",
                                "{\"id\": 8, \"name\": \"Bot\", \"type\": \"agent_bot\"}"),
                        webhook(
                                104,
                                "2026-01-01T00:01:03.500Z",
                                "outgoing",
                                "{\"id\": 5, \"name\": \"Tom\", \"type\": \"user\"}"));
    }

    @Test
    void messages_are_paged_back_to_the_beginning_of_the_span_and_taken_up_to_its_end() throws Exception {
        givenMessages(message(104, 3600, 0, "{\"id\": 7}"), message(105, 3601, 0, "{\"id\": 7}"));
        givenMessagesBefore(104, message(102, 0, 0, "{\"id\": 7}"), message(103, 3599, 0, "{\"id\": 7}"));
        givenMessagesBefore(102, message(100, -60, 0, "{\"id\": 7}"), message(101, -1, 0, "{\"id\": 7}"));

        assertThat(ids(history().events(touched("pending", 3601))))
                .containsExactly("conversation-42-created", "message-102", "message-103");
    }

    @Test
    void a_conversation_that_was_resolved_without_our_knowing_is_closed_when_the_platform_said_so() throws Exception {
        givenMessages(message(101, 60, 0, "{\"id\": 7}"), message(102, 90, 2, "null"), message(103, 91, 3, "null"));

        assertThat(last(history().events(touched("resolved", 91, "{\"id\": 5, \"name\": \"Tom\"}"))))
                .contains("\"id\":\"conversation-42-resolved-1767225690000\"", "2026-01-01T00:01:30Z")
                .contains("\"by\":{\"kind\":\"teammate\",\"id\":\"5\",\"name\":\"Tom\"}");
    }

    @ParameterizedTest(name = "{0} last, a visitor wrote after {1} s, so closings missing: {2}")
    @CsvSource({
        "conversation-42-resolved-1767225690000, 60, 0",
        "conversation-42-resolved-1767225690000, 100, 1",
        "conversation-42-open-1767225690000, 60, 1"
    })
    void a_closing_that_is_known_is_not_told_again(String change, int wrote, long missing) throws Exception {
        known = List.of("conversation-42-open-1767225600500", change);
        givenMessages(message(101, wrote, 0, "{\"id\": 7}"), message(102, 120, 2, "null"));

        assertThat(ids(history().events(touched("resolved", 120))).stream().filter(id -> id.contains("resolved")))
                .hasSize((int) missing);
    }

    @Test
    void an_open_conversation_in_which_the_agent_replied_has_been_handed_off() throws Exception {
        String bot = "{\"id\": 8, \"name\": \"Bot\", \"type\": \"agent_bot\"}";
        givenMessages(message(101, 30, 2, "null"), message(102, 60, 1, bot), message(103, 90, 2, "null"));

        assertThat(last(history().events(touched("open", 90, "{\"id\": 5, \"name\": \"Tom\"}"))))
                .contains("\"id\":\"conversation-42-open-1767225690000\"", "\"type\":\"handoff.made\"")
                .contains("\"trigger\":\"agent\",\"to\":{\"id\":\"5\",\"name\":\"Tom\"}");
        known = List.of("conversation-42-open-1767225688123");
        assertThat(ids(history().events(touched("open", 90)))).noneMatch(id -> id.contains("open"));
    }

    @Test
    void without_a_reply_of_the_agent_nothing_says_that_there_was_a_handoff() throws Exception {
        givenMessages(message(101, 60, 0, "{\"id\": 7}"), message(102, 90, 2, "null"));

        assertThat(ids(history().events(touched("open", 90)))).noneMatch(id -> id.contains("open"));
    }

    @Test
    void what_has_just_happened_is_left_to_the_webhooks() throws Exception {
        givenMessages(message(101, 3601, 2, "null"));

        assertThat(ids(history().events(touched("resolved", 3601)))).containsExactly("conversation-42-created");
    }

    @Test
    void answers_to_surveys_come_from_a_list_of_their_own() throws Exception {
        String list = "/csat_survey_responses?since=1767225600&until=1767229200&sort=created_at&page=";
        answers.put(list + 1, """
                [{"id": 1, "rating": 5, "feedback_message": "Fine", "message_id": 102, "conversation_id": 42,
                  "created_at": 1767225700},
                 {"id": 2, "rating": 1, "feedback_message": "", "message_id": 103, "conversation_id": 43,
                  "created_at": 1767229200}]""");
        answers.put(list + 2, "[]");
        String webhook = """
                {"event": "message_updated", "id": 102, "message_type": "template", "content_type": "input_csat",
                 "created_at": "2026-01-01T00:01:40.000Z", "conversation": {"id": 42}, "content_attributes":
                 {"submitted_values": {"csat_survey_response": {"rating": 5, "feedback_message": "Fine"}}}}""";

        assertThat(history().ratings(1).items())
                .singleElement()
                .extracting(ChatwootHistoryTest::bytes)
                .isEqualTo(bytes(Platform.CHATWOOT
                        .events(webhook, SETTINGS, PlatformApi.NONE)
                        .get(0)));
        assertThat(history().ratings(1).last()).isFalse();
        assertThat(history().ratings(2).last()).isTrue();
    }

    @Test
    void what_is_no_answer_of_the_platform_is_said() {
        answers.put(
                "/conversations?status=all&assignee_type=all&sort_by=last_activity_at_desc&page=1",
                "{\"error\": \"no account\"}");

        assertThatThrownBy(() -> history().conversations(1))
                .isInstanceOf(UnmappableException.class)
                .hasMessage("The platform's answer has no list \"data.payload\".");
    }

    private ChatwootHistory history() {
        return new ChatwootHistory(new Inquiry(
                SINCE,
                SINCE.plusSeconds(3600),
                SETTINGS,
                path -> read(answers.get(path.toString())),
                conversation -> known));
    }

    private void givenConversations(int page, String... conversations) {
        answers.put(
                "/conversations?status=all&assignee_type=all&sort_by=last_activity_at_desc&page=" + page,
                "{\"data\": {\"meta\": {\"all_count\": 3}, \"payload\": [" + String.join(",", conversations) + "]}}");
    }

    private void givenMessages(String... messages) {
        answers.put("/conversations/42/messages", "{\"meta\": {}, \"payload\": [" + String.join(",", messages) + "]}");
        givenMessagesBefore(101);
    }

    private void givenMessagesBefore(int id, String... messages) {
        answers.put(
                "/conversations/42/messages?before=" + id,
                "{\"meta\": {}, \"payload\": [" + String.join(",", messages) + "]}");
    }

    private static TouchedConversation touched(String status, int activity) {
        return touched(status, activity, "null");
    }

    private static TouchedConversation touched(String status, int activity, String assignee) {
        return new TouchedConversation(
                "42",
                SINCE.plusSeconds(activity),
                read(conversation(42, status, activity).replace("\"assignee\": null", "\"assignee\": " + assignee)));
    }

    private static String conversation(int id, String status, int activity) {
        return """
                {"meta": {"sender": {"id": 7, "name": "Vera"}, "channel": "Channel::WebWidget", "assignee": null},
                 "id": %d, "status": "%s", "additional_attributes": {"browser_language": "pt_BR"},
                 "created_at": 1767225600, "timestamp": %d, "last_activity_at": %d}""".formatted(id, status, BEGAN + activity, BEGAN + activity);
    }

    private static String message(int id, int after, int type, String sender) {
        return """
                {"id": %d, "content": "Hello", "conversation_id": 42, "message_type": %d, "content_type": "text",
                 "content_attributes": {}, "created_at": %d, "private": false, "sender": %s}""".formatted(id, type, BEGAN + after, sender);
    }

    private static String webhook(int id, String at, String type, String sender) throws UnmappableException {
        return bytes(Platform.CHATWOOT
                .events("""
                        {"event": "message_created", "id": %d, "content": "Hello", "message_type": "%s", "private": false,
                         "created_at": "%s", "sender": %s, "conversation": {"id": 42}}""".formatted(id, type, at, sender), SETTINGS, PlatformApi.NONE)
                .get(0));
    }

    private static String last(List<EventDocument> events) {
        return bytes(events.get(events.size() - 1));
    }

    private static List<String> ids(List<EventDocument> events) {
        return events.stream()
                .map(event -> read(bytes(event)).path("id").asText())
                .toList();
    }

    private static String bytes(EventDocument event) {
        return new String(event.json(), StandardCharsets.UTF_8);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
