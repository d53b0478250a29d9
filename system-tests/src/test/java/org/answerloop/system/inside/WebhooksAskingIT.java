package org.answerloop.system.inside;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.answerloop.connection.model.Platform;
import org.answerloop.connection.model.SecretBox;
import org.answerloop.conversation.application.ConversationReader;
import org.answerloop.conversation.application.ConversationView;
import org.answerloop.conversation.model.Ticket;
import org.answerloop.kernel.Fingerprint;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.answerloop.system.inside.Payloads.chatwoot;
import static org.answerloop.system.inside.Payloads.hubspot;
import static org.answerloop.system.inside.Payloads.hubspotMessage;
import static org.assertj.core.api.Assertions.assertThat;

/** Platforms whose deliveries say little are asked for the rest, at their own pace. */
@ExtendWith(ArquillianExtension.class)
class WebhooksAskingIT {

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    @EJB
    private ConversationReader conversations;

    @Inject
    private SecretBox box;

    @Inject
    private Clock clock;

    @Test
    void hubspot_signs_the_address_and_is_asked_for_what_a_message_says() throws Exception {
        HttpServer hubspot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hubspot.createContext("/conversations/v3/conversations/threads/t-7/messages/m-t-7", exchange -> {
            boolean isAllowed =
                    "Bearer token-7".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] message = hubspotMessage(exchange);
            exchange.sendResponseHeaders(isAllowed ? 200 : 401, message.length);
            exchange.getResponseBody().write(message);
            exchange.close();
        });
        hubspot.start();
        try {
            Desk desk = Desk.open(-7, Platform.HUBSPOT, database, box)
                    .askedAt(hubspot.getAddress().getPort(), "", "token-7");
            String body = hubspot("t-7", clock.instant());

            HttpResponse<String> answer = desk.sends("", body, Desk.SECRET, clock.instant());

            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(desk.hasDelivered(Fingerprint.of(body), "DONE 1 ")).isTrue();
            assertThat(conversations.find(Desk.SOURCE, "t-7").orElseThrow().timeline())
                    .hasSize(1);
        } finally {
            hubspot.stop(0);
        }
    }

    @Test
    void hubspots_thread_comes_with_its_channel_its_ticket_and_its_handoff() throws Exception {
        Instant began = clock.instant().minusSeconds(600).truncatedTo(ChronoUnit.SECONDS);
        String threads = "/conversations/v3/conversations/threads/8000";
        Map<String, String> answers = Map.of(
                threads,
                "{\"id\": \"8000\", \"createdAt\": \"" + began + "\", \"originalChannelId\": \"1000\","
                        + " \"threadAssociations\": {\"associatedTicketId\": \"4711\"}}",
                "/conversations/v3/conversations/channels/1000",
                "{\"id\": \"1000\", \"name\": \"LIVE_CHAT\"}",
                threads + "/messages",
                "{\"results\": [{\"type\": \"ASSIGNMENT\", \"id\": \"m-2\", \"createdAt\": \"" + began.plusSeconds(60)
                        + "\", \"createdBy\": \"A-900\", \"assignedFrom\": \"A-900\", \"assignedTo\": \"A-7\"}]}");
        HttpServer hubspot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hubspot.createContext("/", exchange -> {
            byte[] answer = answers.get(exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        hubspot.start();
        try {
            Desk desk = Desk.open(-18, Platform.HUBSPOT, database, box)
                    .askedAt(hubspot.getAddress().getPort(), "", "token");
            desk.execute("update platform_connection set agents = 'A-900' where id = -18");
            String body =
                    "[" + told("creation", "", began) + "," + told("propertyChange", "A-900", began.plusSeconds(1))
                            + "," + told("propertyChange", "A-7", began.plusSeconds(60)) + "]";

            desk.sends("", body, Desk.SECRET, clock.instant());

            assertThat(desk.hasDelivered(Fingerprint.of(body), "DONE 6 ")).isTrue();
            ConversationView conversation =
                    conversations.find(Desk.SOURCE, "8000").orElseThrow();
            assertThat(conversation.channel()).isEqualTo("chat");
            assertThat(conversation.ticket())
                    .isEqualTo(new Ticket("4711", "https://app.hubspot.com/contacts/62515/record/0-5/4711"));
            assertThat(desk.first("select h.handoff_trigger || ' ' || h.to_id from handoff h"
                            + " join conversation c on c.id = h.conversation_id where c.external_id = '8000'"))
                    .isEqualTo("AGENT A-7");
        } finally {
            hubspot.stop(0);
        }
    }

    private static String told(String type, String assignee, Instant at) {
        return "{\"subscriptionType\": \"conversation." + type + "\", \"objectId\": 8000, \"portalId\": 62515,"
                + " \"propertyName\": \"assignedTo\", \"propertyValue\": \"" + assignee + "\", \"occurredAt\": "
                + at.toEpochMilli() + "}";
    }

    /** The platform answers only once the other's delivery is done: were that to wait, neither would ever come to an end. */
    @Test
    void a_platform_that_does_not_answer_holds_up_no_other_connection() throws Exception {
        CountDownLatch theOtherIsDone = new CountDownLatch(1);
        HttpServer hubspot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hubspot.setExecutor(Executors.newCachedThreadPool());
        hubspot.createContext("/", exchange -> answerAfter(theOtherIsDone, exchange));
        hubspot.start();
        try {
            for (int i = 0; i < 6; i++) {
                Desk slow = Desk.open(-900 - i, Platform.HUBSPOT, database, box)
                        .askedAt(hubspot.getAddress().getPort(), "", "token");
                for (int j = 0; j < 3; j++) {
                    slow.sends("", hubspot("t-9-" + j, clock.instant()), Desk.SECRET, clock.instant());
                }
            }
            Desk other = Desk.open(-910, Platform.CHATWOOT, database, box);
            other.sends("d-9", chatwoot("c-9", 109, clock.instant()), Desk.SECRET, clock.instant());

            assertThat(other.hasDelivered("d-9", "DONE 1 ")).isTrue();
            assertThat(other.first("select count(*) from webhook_delivery where connection_id between -906 and -900"
                            + " and state = 'RECEIVED'"))
                    .isEqualTo("18");
            theOtherIsDone.countDown();
            assertThat(other.isOnce(
                            "select count(*) from webhook_delivery where connection_id between -906 and -900"
                                    + " and state = ?",
                            "DONE",
                            "18"::equals))
                    .isTrue();
        } finally {
            hubspot.stop(0);
        }
    }

    private void answerAfter(CountDownLatch latch, HttpExchange exchange) throws IOException {
        try {
            latch.await();
            byte[] message = hubspotMessage(exchange);
            exchange.sendResponseHeaders(200, message.length);
            exchange.getResponseBody().write(message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }
}
