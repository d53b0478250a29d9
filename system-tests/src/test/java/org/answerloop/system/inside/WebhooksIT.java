package org.answerloop.system.inside;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;

import com.sun.net.httpserver.HttpServer;
import org.answerloop.connection.application.DeliveryWorker;
import org.answerloop.connection.model.Platform;
import org.answerloop.connection.model.SecretBox;
import org.answerloop.connection.model.WebhookRequest;
import org.answerloop.conversation.application.ConversationReader;
import org.answerloop.conversation.application.TimelineEntry.MessageEntry;
import org.answerloop.kernel.Fingerprint;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** Deliveries of a connection that is in the database, over HTTP to the conversation that they tell of. */
@ExtendWith(ArquillianExtension.class)
class WebhooksIT {

    private static final String SECRET = "the-secret-of-the-platform";
    private static final String EARLIER_SECRET = "the-secret-that-is-exchanged";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    @EJB
    private ConversationReader conversations;

    @EJB
    private DeliveryWorker worker;

    @Inject
    private SecretBox box;

    @Inject
    private Clock clock;

    @Deployment
    static EnterpriseArchive answerloop() {
        return AnswerloopEar.with(WebhooksIT.class);
    }

    @Test
    void a_delivery_is_answered_at_once_and_becomes_a_message() throws Exception {
        givenAConnection(-1, "address-of-one", Platform.CHATWOOT);
        String body = chatwoot("c-1", 101);

        HttpResponse<String> answer = send(Platform.CHATWOOT, "address-of-one", "d-1", body, SECRET, clock.instant());

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"status\":\"accepted\"}");
        assertThat(theDeliveryOnceItIs("d-1", state -> state.equals("DONE 1 "))).isTrue();
        assertThat(conversations.find("/tests/webhooks", "c-1").orElseThrow().timeline())
                .singleElement()
                .isInstanceOfSatisfying(
                        MessageEntry.class,
                        message -> assertThat(message.text()).isEqualTo("Where is my parcel?"));
    }

    @Test
    void the_same_delivery_twice_and_the_same_event_twice_change_nothing() throws Exception {
        givenAConnection(-2, "address-of-two", Platform.CHATWOOT);
        String body = chatwoot("c-2", 102);

        send(Platform.CHATWOOT, "address-of-two", "d-2", body, SECRET, clock.instant());
        HttpResponse<String> again = send(Platform.CHATWOOT, "address-of-two", "d-2", body, SECRET, clock.instant());
        send(Platform.CHATWOOT, "address-of-two", "d-2-replayed", body, EARLIER_SECRET, clock.instant());

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo("{\"status\":\"duplicate\"}");
        assertThat(theDeliveryOnceItIs("d-2-replayed", state -> state.equals("DONE 1 ")))
                .isTrue();
        assertThat(conversations.find("/tests/webhooks", "c-2").orElseThrow().timeline())
                .hasSize(1);
    }

    @Test
    void what_is_not_genuine_is_turned_away_and_counted() throws Exception {
        givenAConnection(-3, "address-of-three", Platform.ZENDESK);
        Instant now = clock.instant();

        assertThat(send(Platform.ZENDESK, "address-of-three", "d-3", "{}", "another-secret", now)
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> old =
                send(Platform.ZENDESK, "address-of-three", "d-3", "{}", SECRET, now.minus(Duration.ofMinutes(6)));
        HttpResponse<String> future =
                send(Platform.ZENDESK, "address-of-three", "d-3", "{}", SECRET, now.plus(Duration.ofMinutes(6)));

        assertThat(old.statusCode()).isEqualTo(401);
        assertThat(old.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(old.body()).contains("not-genuine", "more than 5 minutes ago");
        assertThat(future.statusCode()).isEqualTo(401);
        assertThat(read("select refusals || ' ' || refusal from platform_connection where id = -3"))
                .isEqualTo("3 OUTSIDE_WINDOW");
        assertThat(read("select count(*) from webhook_delivery where connection_id = -3"))
                .isEqualTo("0");
    }

    @Test
    void an_address_that_nobody_was_given_and_the_wrong_platform_lead_nowhere() throws Exception {
        givenAConnection(-4, "address-of-four", Platform.CHATWOOT);

        assertThat(send(Platform.CHATWOOT, "guessed", "d-4", "{}", SECRET, clock.instant())
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(Platform.ZENDESK, "address-of-four", "d-4", "{}", SECRET, clock.instant())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_cannot_be_understood_fails_with_a_sentence_and_stays_to_be_tried_again() throws Exception {
        givenAConnection(-5, "address-of-five", Platform.CHATWOOT);

        send(Platform.CHATWOOT, "address-of-five", "d-5", "{\"event\":\"message_created\"}", SECRET, clock.instant());
        send(Platform.CHATWOOT, "address-of-five", "d-5-typing", "{\"event\":\"typing\"}", SECRET, clock.instant());

        assertThat(theDeliveryOnceItIs(
                        "d-5", state -> state.equals("FAILED 0 The payload has no usable \"conversation.id\".")))
                .isTrue();
        assertThat(read("select payload from webhook_delivery where delivery_id = 'd-5'"))
                .isEqualTo("{\"event\":\"message_created\"}");
        assertThat(theDeliveryOnceItIs("d-5-typing", state -> state.equals("IGNORED 0 ")))
                .isTrue();
    }

    @Test
    void a_delivery_whose_worker_was_killed_is_worked_on_by_another() throws Exception {
        givenAConnection(-6, "address-of-six", Platform.CHATWOOT);
        String body = chatwoot("c-6", 106).replace("'", "''");
        execute(
                "insert into webhook_delivery (id, connection_id, delivery_id, received_at, headers, payload, test, state,"
                        + " events, attempts, due_at) values (-6, -6, 'd-6', current_timestamp, '', '" + body
                        + "', false, 'RECEIVED', 0, 1, timestamp with time zone '2020-01-01 00:00:00+00')");

        worker.wake();

        assertThat(theDeliveryOnceItIs("d-6", state -> state.equals("DONE 1 "))).isTrue();
        assertThat(conversations.find("/tests/webhooks", "c-6")).isPresent();
    }

    @Test
    void hubspot_signs_the_address_and_is_asked_for_what_a_message_says() throws Exception {
        givenAConnection(-7, "address-of-seven", Platform.HUBSPOT);
        HttpServer hubspot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hubspot.createContext("/conversations/v3/conversations/threads/t-7/messages/m-7", exchange -> {
            boolean isAllowed =
                    "Bearer token-7".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] message = """
                    {"id": "m-7", "createdAt": "%s", "direction": "INCOMING", "text": "Where is my parcel?",
                     "senders": [{"actorId": "V-1", "name": "Vera"}]}""".formatted(clock.instant().minusSeconds(60)).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(isAllowed ? 200 : 401, message.length);
            exchange.getResponseBody().write(message);
            exchange.close();
        });
        hubspot.start();
        try {
            execute("update platform_connection set api_base = 'http://localhost:"
                    + hubspot.getAddress().getPort() + "', api_token = '"
                    + box.seal("token-7", "address-of-seven/api") + "' where id = -7");
            String body = "[{\"subscriptionType\": \"conversation.newMessage\", \"objectId\": \"t-7\","
                    + " \"messageId\": \"m-7\", \"messageType\": \"MESSAGE\", \"occurredAt\": "
                    + clock.instant().toEpochMilli() + "}]";

            HttpResponse<String> answer =
                    send(Platform.HUBSPOT, "address-of-seven", "d-7", body, SECRET, clock.instant());

            assertThat(answer.statusCode()).isEqualTo(202);
            String id = Fingerprint.of(body);
            assertThat(theDeliveryOnceItIs(id, state -> state.equals("DONE 1 ")))
                    .isTrue();
            assertThat(conversations
                            .find("/tests/webhooks", "t-7")
                            .orElseThrow()
                            .timeline())
                    .hasSize(1);
        } finally {
            hubspot.stop(0);
        }
    }

    private String chatwoot(String conversation, int message) {
        return """
                {"event": "message_created", "id": %d, "content": "Where is my parcel?", "message_type": "incoming",
                 "private": false, "created_at": "%s", "sender": {"id": 7, "name": "Vera"},
                 "conversation": {"id": "%s", "status": "pending"}}""".formatted(message, clock.instant().minusSeconds(60), conversation);
    }

    private void givenAConnection(long id, String address, Platform platform) throws SQLException {
        execute(
                "insert into platform_connection (id, version, address, platform, name, source, grounding, agents, enabled,"
                        + " secret, secret_hint, secret_at, earlier_secret, earlier_hint, created_at, created_by, refusals)"
                        + " values (" + id + ", 1, '" + address + "', '" + platform
                        + "', 'Desk', '/tests/webhooks', 'NEVER', '',"
                        + " true, '" + box.seal(SECRET, address) + "', '…', current_timestamp, '"
                        + box.seal(EARLIER_SECRET, address) + "', '…', current_timestamp, 'test', 0)");
    }

    private HttpResponse<String> send(
            Platform platform, String address, String id, String body, String secret, Instant signedAt)
            throws IOException, InterruptedException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String host = "localhost:" + System.getenv("ANSWERLOOP_HTTP_PORT");
        String path = "/api/v1/webhooks/" + platform.path() + "/" + address;
        WebhookRequest unsigned = new WebhookRequest("https://" + host + path, Map.of(), bytes);
        Map<String, String> headers = platform.scheme().sign(unsigned, id, secret, signedAt);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + host + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(bytes));
        headers.forEach(request::header);
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private boolean theDeliveryOnceItIs(String id, Predicate<String> expected)
            throws SQLException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String query = "select state || ' ' || events || ' ' || coalesce(problem, '') from webhook_delivery"
                + " where delivery_id = '" + id + "'";
        while (!expected.test(read(query))) {
            if (System.nanoTime() > end) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return true;
    }

    private String read(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }
}
