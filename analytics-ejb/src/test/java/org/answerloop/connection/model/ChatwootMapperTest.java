package org.answerloop.connection.model;

import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChatwootMapperTest {

    private final MappedEvents events = MappedEvents.of(Platform.CHATWOOT);

    @Test
    void a_conversation_starts_on_its_channel_in_its_language() {
        assertThat(events.from("""
                        {"event": "conversation_created", "id": 42, "channel": "Channel::WebWidget", "status": "pending",
                         "additional_attributes": {"browser_language": "pt_BR"}, "created_at": 1767225600,
                         "meta": {"sender": {"id": 7, "name": "Vera"}, "assignee": null}}"""))
                .containsExactly("conversation.started 42 conversation-42-created 2026-01-01T00:00:00Z"
                        + " {channel:web,language:pt-BR,ticket:{id:42}}");
    }

    @ParameterizedTest
    @CsvSource({"conversation_status_changed", "conversation_updated"})
    void from_pending_to_open_is_the_handoff_whichever_payload_tells_it(String event) {
        assertThat(events.from(status(event, "pending", "open", "{\"id\": 5, \"name\": \"Tom\", \"type\": \"user\"}")))
                .containsExactly("handoff.made 42 conversation-42-open-1767225660500 2026-01-01T00:01:00.500Z"
                        + " {trigger:agent,to:{id:5,name:Tom}}");
    }

    @Test
    void a_resolved_conversation_is_closed_by_whom_it_was_assigned_to() {
        assertThat(events.from(status(
                        "conversation_status_changed",
                        "open",
                        "resolved",
                        "{\"id\": 5, \"name\": \"Tom\", \"type\": \"user\"}")))
                .containsExactly("conversation.closed 42 conversation-42-resolved-1767225660500"
                        + " 2026-01-01T00:01:00.500Z {by:{kind:teammate,id:5,name:Tom}}");
        assertThat(events.from(status(
                        "conversation_status_changed",
                        "pending",
                        "resolved",
                        "{\"id\": 9, \"name\": \"Cap\", \"type\": \"captain_assistant\"}")))
                .containsExactly("conversation.closed 42 conversation-42-resolved-1767225660500"
                        + " 2026-01-01T00:01:00.500Z {by:{kind:customer_agent,id:9,name:Cap}}");
        assertThat(events.from(status("conversation_status_changed", "pending", "resolved", "null")))
                .containsExactly("conversation.closed 42 conversation-42-resolved-1767225660500"
                        + " 2026-01-01T00:01:00.500Z {}");
    }

    @Test
    void other_changes_say_nothing() {
        assertThat(events.from(status("conversation_status_changed", "resolved", "open", "null")))
                .isEmpty();
        assertThat(events.from("""
                        {"event": "conversation_updated", "id": 42, "updated_at": 1767225600.0,
                         "changed_attributes": [{"label_list": {"previous_value": [], "current_value": ["vip"]}}]}""")).isEmpty();
        assertThat(events.from("{\"event\": \"conversation_typing_on\"}")).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"incoming\" | {\"id\": 7, \"name\": \"Vera\"} | author:{kind:visitor,id:7,name:Vera},text:Hello",
                "0 | {\"id\": 7, \"name\": \"Vera\"} | author:{kind:visitor,id:7,name:Vera},text:Hello",
                "\"outgoing\" | {\"id\": 5, \"name\": \"Tom\", \"type\": \"user\"} | author:{kind:teammate,id:5,name:Tom},text:Hello",
                "\"outgoing\" | {\"id\": 8, \"name\": \"Bot\", \"type\": \"agent_bot\"} | author:{kind:customer_agent,id:8,name:Bot},text:Hello,sources:[]",
                "\"outgoing\" | {\"id\": 9, \"name\": \"Cap\", \"type\": \"captain_assistant\"} | author:{kind:customer_agent,id:9,name:Cap},text:Hello,sources:[]"
            })
    void a_message_is_its_senders(String type, String sender, String told) {
        assertThat(events.from(message(type, sender, "Hello", false)))
                .containsExactly("message.posted 42 message-101 2026-01-01T00:00:00Z {messageId:101," + told + "}");
    }

    @Test
    void a_conversation_that_was_running_before_is_made_known_by_its_next_message() {
        TicketAddresses tickets =
                new TicketAddresses(Optional.empty(), Optional.of("https://chat.example"), Optional.empty());

        assertThat(events.opening(tickets)
                        .from(message("\"activity\"", "null", "Tom joined", false)
                                .replace("\"status\": \"pending\"", """
                                        "status": "open", "channel": "Channel::WebWidget", "created_at": 1767139200,
                                        "additional_attributes": {"browser_language": "fr",
                                         "referer": "https://shop.example/"}, "meta": {"assignee": null}""")))
                .containsExactly("conversation.started 42 conversation-42-created 2025-12-31T00:00:00Z {channel:web,"
                        + "language:fr,ticket:{id:42,url:https://chat.example/app/accounts/1/conversations/42}}");
    }

    @ParameterizedTest(name = "{0} {1} private: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"outgoing\" | {\"id\": 5, \"type\": \"user\"} | true",
                "\"activity\" | null | false",
                "\"template\" | null | false",
                "\"outgoing\" | null | false"
            })
    void notes_activities_and_automation_are_no_messages(String type, String sender, boolean isPrivate) {
        assertThat(events.from(message(type, sender, "Hello", isPrivate))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ALWAYS, [{type:assumed}]", "WITH_LINK, '[{type:link,url:https://help.example/a?b=1}]'", "NEVER, []"})
    void whether_a_reply_is_grounded_is_the_connections_decision(Grounding grounding, String sources) {
        String bot = "{\"id\": 8, \"name\": \"Bot\", \"type\": \"agent_bot\"}";

        assertThat(events.grounded(grounding)
                        .from(message("\"outgoing\"", bot, "See [this](https://help.example/a?b=1).", false)))
                .singleElement()
                .asString()
                .endsWith(",sources:" + sources + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01T00:00:00.000Z", "2026-01-01 00:00:00 UTC"})
    void a_message_without_text_is_one_all_the_same(String time) {
        assertThat(events.from(message("\"incoming\"", "{\"id\": 7}", "", false)
                        .replace("\"content\": \"\"", "\"content\": null")
                        .replace("2026-01-01T00:00:00.000Z", time)))
                .containsExactly("message.posted 42 message-101 2026-01-01T00:00:00Z"
                        + " {messageId:101,author:{kind:visitor,id:7},text:}");
    }

    @Test
    void the_answer_to_the_survey_is_the_rating() {
        String survey = """
                {"event": "message_updated", "id": 102, "message_type": "template", "content_type": "input_csat",
                 "created_at": "2026-01-01T00:00:00.000Z", "conversation": {"id": 42}, "content_attributes":
                 {"submitted_values": {"csat_survey_response": {"rating": %s, "feedback_message": "Fine"}}}}""";

        assertThat(events.from(survey.formatted("5")))
                .singleElement()
                .asString()
                .endsWith("{rating:helpful,comment:Fine}");
        assertThat(events.from(survey.formatted("3")))
                .singleElement()
                .asString()
                .endsWith("{rating:not_helpful,comment:Fine}");
        assertThat(events.from(message("\"incoming\"", "{\"id\": 7}", "Hello", false)
                        .replace("message_created", "message_updated")))
                .isEmpty();
    }

    @Test
    void what_is_missing_is_named() {
        MappingSettings settings = new MappingSettings("s", Grounding.NEVER, Set.of());

        assertThatThrownBy(
                        () -> Platform.CHATWOOT.events("{\"event\": \"message_created\"}", settings, PlatformApi.NONE))
                .isInstanceOf(UnmappableException.class)
                .hasMessage("The payload has no usable \"conversation.id\".");
        assertThatThrownBy(() -> Platform.CHATWOOT.events("{\"event\"", settings, PlatformApi.NONE))
                .isInstanceOf(UnmappableException.class)
                .hasMessageContaining("no well-formed JSON");
    }

    private static String status(String event, String before, String after, String assignee) {
        return """
                {"event": "%s", "id": 42, "status": "%s", "created_at": 1767225600, "updated_at": 1767225660.5,
                 "meta": {"assignee": %s, "sender": {"id": 7}},
                 "changed_attributes": [{"status": {"previous_value": "%s", "current_value": "%s"}}]}""".formatted(event, after, assignee, before, after);
    }

    private static String message(String type, String sender, String content, boolean isPrivate) {
        return """
                {"event": "message_created", "id": 101, "content": "%s", "message_type": %s, "private": %s,
                 "content_type": "text", "content_attributes": {}, "created_at": "2026-01-01T00:00:00.000Z",
                 "sender": %s, "conversation": {"id": 42, "status": "pending"}, "account": {"id": 1}}""".formatted(content, type, isPrivate, sender);
    }
}
