package org.answerloop.connection.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IntercomMapperTest {

    private static final String VISITOR = "{\"type\": \"user\", \"id\": \"u1\", \"name\": \"Vera\"}";
    private static final String TEAMMATE = "{\"type\": \"admin\", \"id\": \"5\", \"name\": \"Tom\"}";
    private static final String FIN =
            "{\"type\": \"bot\", \"id\": \"8\", \"name\": \"Fin\", \"from_ai_agent\": true, \"is_ai_answer\": true}";
    private static final String WORKFLOW =
            "{\"type\": \"bot\", \"id\": \"8\", \"name\": \"Fin\", \"from_ai_agent\": false, \"is_ai_answer\": false}";

    private final MappedEvents events = MappedEvents.of(Platform.INTERCOM);

    @Test
    void a_conversation_starts_with_the_visitors_first_message() {
        assertThat(events.from("""
                        {"type": "notification_event", "app_id": "ws7", "id": "notif_1",
                         "topic": "conversation.user.created",
                         "created_at": 1767225601, "data": {"item": {"type": "conversation", "id": "1295",
                          "created_at": 1767225600, "source": {"type": "conversation", "id": "403",
                           "body": "<p>Where is <b>my</b> parcel?<br>It&#39;s late &amp; lost.</p>", "author": %s},
                          "conversation_parts": {"conversation_parts": [], "total_count": 0}}}}""".formatted(VISITOR)))
                .containsExactly(
                        "conversation.started 1295 conversation-1295-created 2026-01-01T00:00:00Z"
                                + " {channel:chat,ticket:{id:1295,url:https://app.intercom.com/a/inbox/ws7/inbox/shared/"
                                + "all/conversation/1295}}",
                        "message.posted 1295 source-403 2026-01-01T00:00:00Z {messageId:403,author:{kind:visitor,id:u1,"
                                + "name:Vera},text:Where is my parcel?\\nIt's late & lost.}");
    }

    @Test
    void a_conversation_that_was_running_before_is_made_known_by_its_next_part() {
        assertThat(events.from(part("conversation.user.replied", "comment", "<p>Hi.</p>", VISITOR, "null", "null")
                        .replace("\"ai_agent_participated\"", """
                                "source": {"type": "whatsapp", "id": "403", "body": "<p>Hello</p>"},
                                "ai_agent_participated\"""")))
                .hasSize(2)
                .first()
                .isEqualTo("conversation.started 1295 conversation-1295-created 2026-01-01T00:00:00Z"
                        + " {channel:whatsapp,ticket:{id:1295}}");
    }

    @Test
    void a_reply_of_the_ai_agent_leans_on_what_the_platform_says() {
        String agent = """
                {"source_type": "workflow", "last_answer_type": "ai_answer", "resolution_state": "assumed_resolution",
                 "content_sources": {"type": "content_source.list", "total_count": 1, "content_sources": [
                  {"content_type": "article", "title": "Delivery", "url": "https://help.example/1", "locale": "en"}]}}""";

        assertThat(events.grounded(Grounding.NEVER)
                        .from(part(
                                "conversation.operator.replied", "comment", "<p>On Monday.</p>", FIN, agent, "null")))
                .containsExactly("message.posted 1295 part-77 2026-01-01T00:01:00Z {messageId:77,author:"
                        + "{kind:customer_agent,id:8,name:Fin},text:On Monday.,sources:[{type:article,title:Delivery,"
                        + "url:https://help.example/1}]}");
    }

    @ParameterizedTest
    @CsvSource({"custom_answer, [{type:custom_answer}]", "ai_answer, []"})
    void a_custom_answer_is_a_source_of_its_own(String answer, String sources) {
        String agent = "{\"source_type\": \"profile\", \"last_answer_type\": \"" + answer
                + "\", \"content_sources\": {\"content_sources\": []}}";

        assertThat(events.from(part("conversation.admin.replied", "comment", "<p>Yes.</p>", FIN, agent, "null")))
                .singleElement()
                .asString()
                .endsWith(",sources:" + sources + "}");
    }

    @Test
    void where_the_platform_does_not_say_the_connection_decides() {
        String body = "<p>Look <a href=\\\"https://help.example/2\\\">here</a>.</p>";

        assertThat(events.from(part("conversation.admin.replied", "comment", body, FIN, "null", "null")))
                .singleElement()
                .asString()
                .endsWith("text:Look here (https://help.example/2).,sources:[{type:link,url:https://help.example/2}]}");
    }

    @Test
    void a_teammate_and_a_visitor_reply() {
        assertThat(events.from(part("conversation.admin.replied", "comment", "<p>Hi.</p>", TEAMMATE, "null", "null")))
                .containsExactly("message.posted 1295 part-77 2026-01-01T00:01:00Z"
                        + " {messageId:77,author:{kind:teammate,id:5,name:Tom},text:Hi.}");
        assertThat(events.from(part("conversation.user.replied", "comment", "<p>Hi.</p>", VISITOR, "null", "null")))
                .containsExactly("message.posted 1295 part-77 2026-01-01T00:01:00Z"
                        + " {messageId:77,author:{kind:visitor,id:u1,name:Vera},text:Hi.}");
    }

    @Test
    void notes_and_workflows_are_no_messages() {
        assertThat(events.from(part("conversation.admin.replied", "note", "<p>VIP</p>", TEAMMATE, "null", "null")))
                .isEmpty();
        assertThat(events.from(part("conversation.admin.replied", "comment", "<p>Hi.</p>", WORKFLOW, "null", "null")))
                .isEmpty();
    }

    @Test
    void an_assignment_is_a_handoff_of_whoever_made_it() {
        String team = "{\"type\": \"team\", \"id\": \"20\", \"name\": \"Billing\"}";

        assertThat(events.from(part("conversation.admin.assigned", "assignment", null, FIN, "{}", team)))
                .containsExactly("handoff.made 1295 part-77-handoff 2026-01-01T00:01:00Z"
                        + " {trigger:agent,to:{id:20,name:Billing}}");
        assertThat(events.from(part("conversation.admin.assigned", "assignment", null, WORKFLOW, "{}", team)))
                .singleElement()
                .asString()
                .contains("{trigger:rule,");
        assertThat(events.from(part("conversation.admin.assigned", "assignment", null, TEAMMATE, "{}", team)))
                .singleElement()
                .asString()
                .contains("{trigger:manual,");
        assertThat(events.from(part("conversation.admin.assigned", "assignment", null, TEAMMATE, "{}", team)
                        .replace("\"ai_agent_participated\": true", "\"ai_agent_participated\": false")))
                .as("routing of a conversation that the agent never saw")
                .isEmpty();
    }

    @Test
    void a_closing_may_bring_a_last_message() {
        assertThat(events.from(part("conversation.admin.closed", "close", "<p>Bye.</p>", TEAMMATE, "{}", "null")))
                .containsExactly(
                        "message.posted 1295 part-77 2026-01-01T00:01:00Z"
                                + " {messageId:77,author:{kind:teammate,id:5,name:Tom},text:Bye.}",
                        "conversation.closed 1295 part-77-closed 2026-01-01T00:01:00Z"
                                + " {by:{kind:teammate,id:5,name:Tom}}");
    }

    @Test
    void a_rating_is_the_agents_unless_a_teammate_was_rated() {
        String rated = """
                {"topic": "conversation.rating.added", "id": "notif_2", "created_at": 1767225700, "data": {"item":
                 {"id": "1295", "created_at": 1767225600, "ai_agent": %s,
                  "conversation_rating": {"rating": 5, "remark": "Quick", "created_at": 1767225699,
                   "teammate": {"type": "%s", "id": "5"}}}}}""";

        assertThat(events.from(rated.formatted("{\"rating\": 2, \"rating_remark\": \"No\"}", "admin")))
                .containsExactly("feedback.given 1295 conversation-1295-rating-1767225699-2 2026-01-01T00:01:39Z"
                        + " {rating:not_helpful,comment:No}");
        assertThat(events.from(rated.formatted("null", "bot")))
                .containsExactly("feedback.given 1295 conversation-1295-rating-1767225699-5 2026-01-01T00:01:39Z"
                        + " {rating:helpful,comment:Quick}");
        assertThat(events.from(rated.formatted("null", "admin"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fin_preview", "workflow_preview"})
    void a_preview_is_a_test(String source) {
        assertThat(events.from(part(
                        "conversation.user.replied",
                        "comment",
                        "<p>Hi.</p>",
                        VISITOR,
                        "{\"source_type\": \"" + source + "\"}",
                        "null")))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("conversation.flagged 1295 conversation-1295-preview")
                .endsWith("{flag:test,on:true}");
    }

    @Test
    void other_topics_say_nothing() {
        assertThat(events.from("{\"topic\": \"ping\", \"id\": \"notif_3\", \"data\": {\"item\": {}}}"))
                .isEmpty();
    }

    private static String part(String topic, String type, String body, String author, String agent, String assignedTo) {
        return """
                {"type": "notification_event", "id": "notif_1", "topic": "%s", "created_at": 1767225661, "data": {"item":
                 {"type": "conversation", "id": "1295", "created_at": 1767225600, "ai_agent_participated": true,
                  "ai_agent": %s, "conversation_parts": {"conversation_parts": [{"type": "conversation_part",
                   "id": "77", "part_type": "%s", "body": %s, "created_at": 1767225660, "assigned_to": %s,
                   "author": %s}], "total_count": 1}}}}""".formatted(topic, agent, type, body == null ? "null" : "\"" + body + "\"", assignedTo, author);
    }
}
