package org.answerloop.connection.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The user with the id 900 is the customer agent. */
class ZendeskMapperTest {

    private final MappedEvents events = MappedEvents.of(Platform.ZENDESK);

    @Test
    void a_ticket_starts_a_conversation() {
        assertThat(events.from(payload("created", "{}", "-1")))
                .containsExactly("conversation.started 5158 ticket-5158-created 2025-12-31T23:00:00Z"
                        + " {channel:native_messaging,ticket:{id:5158}}");
    }

    @Test
    void a_ticket_that_was_there_before_is_made_known_by_its_next_event() {
        assertThat(events.from(payload("comment_added", comment("1", false, true), "1")
                        .replace("\"requester_id\"", "\"via\": {\"channel\": \"email\"}, \"requester_id\"")))
                .hasSize(2)
                .first()
                .isEqualTo("conversation.started 5158 ticket-5158-created 2025-12-31T23:00:00Z"
                        + " {channel:email,ticket:{id:5158}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1   | false | {kind:visitor,id:1,name:N},text:Hi}",
                "50  | true  | {kind:teammate,id:50,name:N},text:Hi}",
                "900 | true  | {kind:customer_agent,id:900,name:N},text:Hi,sources:[]}"
            })
    void a_public_comment_is_a_message_of_its_author(String author, boolean staff, String told) {
        assertThat(events.from(payload("comment_added", comment(author, staff, true), "1")))
                .containsExactly(
                        "message.posted 5158 comment-987 2026-01-01T00:00:00.123456789Z {messageId:987,author:" + told);
    }

    @Test
    void a_private_comment_is_a_note() {
        assertThat(events.from(payload("comment_added", comment("50", true, false), "50")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"900 | agent", "-1 | rule", "50 | manual"})
    void from_the_agent_to_a_teammate_is_a_handoff(String actor, String trigger) {
        assertThat(events.from(
                        payload("agent_assignment_changed", "{\"previous\": \"900\", \"current\": \"50\"}", actor)))
                .containsExactly("handoff.made 5158 event-d4f5 2026-01-01T00:00:00.123456789Z {trigger:" + trigger
                        + ",to:{id:50}}");
    }

    @Test
    void other_assignments_are_no_handoffs() {
        assertThat(events.from(payload("agent_assignment_changed", "{\"previous\": null, \"current\": 900}", "-1")))
                .containsExactly(
                        "agent.assigned 5158 event-d4f5 2026-01-01T00:00:00.123456789Z" + " {customerAgent:{id:900}}");
        assertThat(events.from(
                        payload("agent_assignment_changed", "{\"previous\": \"50\", \"current\": \"51\"}", "50")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "50  | {by:{kind:teammate,id:50},ticketClosed:true}",
                "900 | {by:{kind:customer_agent,id:900},ticketClosed:true}",
                "1   | {by:{kind:visitor,id:1},ticketClosed:true}",
                "-1  | {ticketClosed:true}"
            })
    void a_solved_ticket_is_closed_by_whoever_solved_it(String actor, String told) {
        assertThat(events.from(payload("status_changed", "{\"previous\": \"OPEN\", \"current\": \"SOLVED\"}", actor)))
                .containsExactly("conversation.closed 5158 event-d4f5 2026-01-01T00:00:00.123456789Z " + told);
    }

    @Test
    void a_solved_ticket_that_is_archived_is_not_closed_again() {
        assertThat(events.from(payload("status_changed", "{\"previous\": \"SOLVED\", \"current\": \"CLOSED\"}", "-1")))
                .isEmpty();
        assertThat(events.from(payload("status_changed", "{\"previous\": \"SOLVED\", \"current\": \"OPEN\"}", "1")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"comment_redacted", "permanently_deleted"})
    void what_is_taken_away_there_is_taken_away_here(String type) {
        assertThat(events.from(payload(type, "{}", "50")))
                .containsExactly("conversation.redacted 5158 event-d4f5 2026-01-01T00:00:00.123456789Z {}");
    }

    @Test
    void spam_is_flagged_and_the_rest_says_nothing() {
        assertThat(events.from(payload("marked_as_spam", "{}", "50")))
                .containsExactly(
                        "conversation.flagged 5158 event-d4f5 2026-01-01T00:00:00.123456789Z" + " {flag:spam,on:true}");
        assertThat(events.from(payload("priority_changed", "{\"current\": \"HIGH\"}", "50")))
                .isEmpty();
        assertThat(events.from("{\"type\": \"zen:event-type:user.created\", \"detail\": {\"id\": \"1\"}}"))
                .isEmpty();
    }

    private static String comment(String author, boolean staff, boolean isPublic) {
        return """
                {"comment": {"id": 987, "body": "Hi", "is_public": %s,
                 "author": {"id": %s, "is_staff": %s, "name": "N"}}}""".formatted(isPublic, author, staff);
    }

    private static String payload(String type, String event, String actor) {
        return """
                {"type": "zen:event-type:ticket.%s", "id": "d4f5", "account_id": 22129848,
                 "subject": "zen:ticket:5158", "time": "2026-01-01T00:00:00.123456789Z",
                 "zendesk_event_version": "2022-11-06", "detail": {"id": "5158", "actor_id": "%s",
                  "requester_id": "1", "created_at": "2025-12-31T23:00:00Z"%s},
                 "event": %s}""".formatted(
                type, actor, type.equals("created") ? ", \"via\": {\"channel\": \"native_messaging\"}" : "", event);
    }
}
