package org.answerloop.system.inside;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.time.Clock;
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
