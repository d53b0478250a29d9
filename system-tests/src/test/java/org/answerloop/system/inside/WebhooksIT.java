package org.answerloop.system.inside;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;

import org.answerloop.connection.application.DeliveryWorker;
import org.answerloop.connection.model.Platform;
import org.answerloop.connection.model.SecretBox;
import org.answerloop.conversation.application.ConversationReader;
import org.answerloop.conversation.application.TimelineEntry.MessageEntry;
import org.answerloop.event.application.EventIntake;
import org.answerloop.event.model.EventDocument;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.answerloop.system.inside.Payloads.chatwoot;
import static org.assertj.core.api.Assertions.assertThat;

/** Deliveries of a connection that is in the database, over HTTP to the conversation that they tell of. */
@ExtendWith(ArquillianExtension.class)
class WebhooksIT {

    private static final Duration SIX_MINUTES = Duration.ofMinutes(6);

    /** Says nothing that counts, but is of each platform. */
    private static final Map<Platform, String> BODIES = Map.of(
            Platform.CHATWOOT, "{\"event\": \"conversation_typing_on\", \"id\": 1}",
            Platform.INTERCOM, "{\"id\": \"notif-1\", \"topic\": \"ping\"}",
            Platform.HUBSPOT, "[{\"subscriptionType\": \"contact.creation\", \"objectId\": 1}]",
            Platform.ZENDESK, "{\"id\": \"event-1\", \"type\": \"zen:event-type:user.created\"}",
            Platform.STANDARD_WEBHOOKS, "[]");

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    @EJB
    private ConversationReader conversations;

    @EJB
    private DeliveryWorker worker;

    @EJB
    private EventIntake intake;

    @Inject
    private SecretBox box;

    @Inject
    private Clock clock;

    @Test
    void a_delivery_is_answered_at_once_and_becomes_a_message() throws Exception {
        Desk desk = Desk.open(-1, Platform.CHATWOOT, database, box);

        HttpResponse<String> answer =
                desk.sends("d-1", chatwoot("c-1", 101, clock.instant()), Desk.SECRET, clock.instant());

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"status\":\"accepted\"}");
        assertThat(desk.hasDelivered("d-1", "DONE 1 ")).isTrue();
        assertThat(conversations.find(Desk.SOURCE, "c-1").orElseThrow().timeline())
                .singleElement()
                .isInstanceOfSatisfying(
                        MessageEntry.class,
                        message -> assertThat(message.text()).isEqualTo("Where is my parcel?"));
    }

    @Test
    void the_same_event_in_two_deliveries_changes_nothing() throws Exception {
        Desk desk = Desk.open(-2, Platform.CHATWOOT, database, box);
        String body = chatwoot("c-2", 102, clock.instant());

        desk.sends("d-2", body, Desk.SECRET, clock.instant());
        desk.sends("d-2-replayed", body, Desk.EARLIER_SECRET, clock.instant());

        assertThat(desk.hasDelivered("d-2-replayed", "DONE 1 ")).isTrue();
        assertThat(conversations.find(Desk.SOURCE, "c-2").orElseThrow().timeline())
                .hasSize(1);
    }

    @Test
    void every_platform_is_taken_in_once_and_what_is_not_genuine_is_turned_away_and_counted() throws Exception {
        for (Platform platform : Platform.values()) {
            Desk desk = Desk.open(-100 - platform.ordinal(), platform, database, box);
            String body = BODIES.get(platform);
            Instant now = clock.instant();
            boolean isTimed = platform != Platform.INTERCOM;

            assertThat(desk.sends("d", body, Desk.FOREIGN_SECRET, now).statusCode())
                    .as("%s, wrong secret", platform)
                    .isEqualTo(401);
            assertThat(desk.sends("d", body, body + " ", Desk.SECRET, now).statusCode())
                    .as("%s, altered body", platform)
                    .isEqualTo(401);
            if (isTimed) {
                HttpResponse<String> old = desk.sends("d", body, Desk.SECRET, now.minus(SIX_MINUTES));
                assertThat(old.statusCode()).as("%s, old", platform).isEqualTo(401);
                assertThat(old.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
                assertThat(old.body()).contains("not-genuine", "more than 5 minutes ago");
                assertThat(desk.sends("d", body, Desk.SECRET, now.plus(SIX_MINUTES))
                                .statusCode())
                        .as("%s, future", platform)
                        .isEqualTo(401);
            }
            assertThat(desk.first("select refusals || ' ' || refusal from platform_connection where id = ?", desk.id()))
                    .isEqualTo(isTimed ? "4 OUTSIDE_WINDOW" : "2 WRONG");
            assertThat(desk.first("select count(*) from webhook_delivery where connection_id = ?", desk.id()))
                    .isEqualTo("0");

            assertThat(desk.sends("d", body, Desk.SECRET, now).statusCode())
                    .as("%s, right", platform)
                    .isEqualTo(202);
            HttpResponse<String> replayed = desk.sends("d", body, Desk.SECRET, now);
            assertThat(replayed.statusCode()).as("%s, replayed", platform).isEqualTo(200);
            assertThat(replayed.body()).isEqualTo("{\"status\":\"duplicate\"}");
            assertThat(desk.sends("d", body, Desk.EARLIER_SECRET, now).statusCode())
                    .as("%s, sent again with the second secret", platform)
                    .isEqualTo(200);
            assertThat(desk.first("select count(*) from webhook_delivery where connection_id = ?", desk.id()))
                    .isEqualTo("1");
        }
    }

    @Test
    void an_address_that_nobody_was_given_and_the_wrong_platform_lead_nowhere() throws Exception {
        Desk desk = Desk.open(-4, Platform.CHATWOOT, database, box);
        Desk guessed = new Desk(-44, Platform.CHATWOOT, database, box);
        Desk another = new Desk(-4, Platform.ZENDESK, database, box);

        assertThat(guessed.sends("d-4", "{}", Desk.SECRET, clock.instant()).statusCode())
                .isEqualTo(404);
        assertThat(another.sends("d-4", "{}", Desk.SECRET, clock.instant()).statusCode())
                .isEqualTo(404);
        assertThat(desk.first("select count(*) from webhook_delivery where connection_id = ?", desk.id()))
                .isEqualTo("0");
    }

    @Test
    void what_cannot_be_understood_fails_with_a_sentence_and_stays_to_be_tried_again() throws Exception {
        Desk desk = Desk.open(-5, Platform.CHATWOOT, database, box);

        desk.sends("d-5", "{\"event\":\"message_created\"}", Desk.SECRET, clock.instant());
        desk.sends("d-5-typing", "{\"event\":\"typing\"}", Desk.SECRET, clock.instant());

        assertThat(desk.hasDelivered("d-5", "FAILED 0 The payload has no usable \"conversation.id\"."))
                .isTrue();
        assertThat(desk.first("select payload from webhook_delivery where delivery_id = 'd-5'"))
                .isEqualTo("{\"event\":\"message_created\"}");
        assertThat(desk.hasDelivered("d-5-typing", "IGNORED 0 ")).isTrue();
    }

    @Test
    void what_is_to_be_forgotten_goes_from_the_deliveries_that_failed_too() throws Exception {
        Desk desk = Desk.open(-8, Platform.CHATWOOT, database, box);
        String timeless = ",\"created_at\":\"soon\"";
        String body = "{\"event\":\"message_created\",\"id\":8,\"content\":\"My card ends in 4711\","
                + "\"message_type\":\"incoming\",\"conversation\":{\"id\":\"c-8\"}" + timeless + "}";
        desk.sends("d-8-before", body, Desk.SECRET, clock.instant());
        desk.sends("d-8-other", body.replace("c-8", "c-80"), Desk.SECRET, clock.instant());
        String failure = "FAILED 0 The payload has no usable \"created_at\".";
        assertThat(desk.hasDelivered("d-8-before", failure)).isTrue();
        assertThat(desk.hasDelivered("d-8-other", failure)).isTrue();

        intake.take(List.of(new EventDocument(("{\"specversion\":\"1.0\",\"id\":\"redaction-8\",\"source\":\""
                        + Desk.SOURCE + "\",\"type\":\"conversation.redacted\",\"subject\":\"c-8\",\"time\":\""
                        + clock.instant() + "\"}")
                .getBytes(StandardCharsets.UTF_8))));
        desk.sends("d-8-after", body, Desk.SECRET, clock.instant());

        assertThat(desk.hasDelivered("d-8-after", failure)).isTrue();
        assertThat(
                        new Rows(database)
                                .of(
                                        "select delivery_id from webhook_delivery where payload like '%4711%' and connection_id = -8"))
                .containsExactly("d-8-other");
    }

    @Test
    void a_delivery_whose_worker_was_killed_is_worked_on_by_another() throws Exception {
        Desk desk = Desk.open(-6, Platform.CHATWOOT, database, box);
        desk.execute(
                "insert into webhook_delivery (id, connection_id, delivery_id, received_at, headers, payload, test, state,"
                        + " events, attempts, due_at) values (-6, -6, 'd-6', current_timestamp, '', '"
                        + chatwoot("c-6", 106, clock.instant())
                        + "', false, 'RECEIVED', 0, 1, timestamp with time zone '2020-01-01 00:00:00+00')");

        worker.wake();

        assertThat(desk.hasDelivered("d-6", "DONE 1 ")).isTrue();
        assertThat(conversations.find(Desk.SOURCE, "c-6")).isPresent();
    }
}
