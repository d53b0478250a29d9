package org.answerloop.system.inside;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.sql.DataSource;

import org.answerloop.connection.model.Platform;
import org.answerloop.connection.model.SecretBox;
import org.answerloop.connection.model.WebhookRequest;

/** A company's helpdesk with a connection to this server: delivers webhooks, and looks at what became of them. */
record Desk(long id, Platform platform, DataSource database, SecretBox box) {

    static final String SOURCE = "/tests/webhooks";
    static final String SECRET = "the-secret-of-the-platform-----";
    static final String EARLIER_SECRET = "the-secret-that-is-exchanged---";
    static final String FOREIGN_SECRET = "the-secret-of-somebody-else----";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** With a connection of that number, which is in the database from now on. */
    static Desk open(long id, Platform platform, DataSource database, SecretBox box) {
        Desk desk = new Desk(id, platform, database, box);
        desk.execute("insert into platform_connection (id, version, address, platform, name, source, grounding, agents,"
                + " enabled, secret, secret_hint, secret_at, earlier_secret, earlier_hint, created_at, created_by, refusals)"
                + " values (" + id + ", 1, '" + desk.address() + "', '" + platform + "', 'Desk " + id + "', '" + SOURCE
                + "', 'NEVER', '', true, '" + box.seal(desk.known(SECRET), desk.address())
                + "', '…', current_timestamp, '" + box.seal(desk.known(EARLIER_SECRET), desk.address())
                + "', '…', current_timestamp, 'test', 0)");
        return desk;
    }

    /** Lets the platform be asked at this address. */
    Desk askedAt(int port, String path, String token) {
        execute("update platform_connection set api_base = 'http://localhost:" + port + path + "', api_token = '"
                + box.seal(token, address() + "/api") + "' where id = " + id);
        return this;
    }

    String address() {
        return "address-of-" + id;
    }

    /** @param delivery the platform's own id of it, for those that give one */
    HttpResponse<String> sends(String delivery, String body, String secret, Instant signedAt)
            throws IOException, InterruptedException {
        return sends(delivery, body, body, secret, signedAt);
    }

    /** With a body that was altered after it was signed. */
    HttpResponse<String> sends(String delivery, String signed, String body, String secret, Instant signedAt)
            throws IOException, InterruptedException {
        WebhookRequest request =
                new WebhookRequest(webhook("https"), Map.of(), signed.getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder post = HttpRequest.newBuilder(URI.create(webhook("http")))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        platform.scheme().sign(request, delivery, known(secret), signedAt).forEach(post::header);
        return HttpClient.newHttpClient().send(post.build(), BodyHandlers.ofString());
    }

    /** As the platform writes its secrets. */
    private String known(String secret) {
        return platform == Platform.STANDARD_WEBHOOKS
                ? "whsec_" + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8))
                : secret;
    }

    private String webhook(String scheme) {
        return scheme + "://localhost:" + System.getenv("ANSWERLOOP_HTTP_PORT") + "/api/v1/webhooks/" + platform.path()
                + "/" + address();
    }

    /** @return whether the delivery ever is in that state: {@code STATE events problem} */
    boolean hasDelivered(String delivery, String state) throws InterruptedException {
        return isOnce(
                "select state || ' ' || events || ' ' || coalesce(problem, '') from webhook_delivery where delivery_id = ?"
                        + " and connection_id = " + id,
                delivery,
                state::equals);
    }

    /** Whether the first value of the query ever is as expected. */
    boolean isOnce(String query, Object argument, Predicate<String> expected) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!expected.test(first(query, argument))) {
            if (System.nanoTime() > end) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return true;
    }

    /** Empty where there is none. */
    String first(String query, Object... arguments) {
        List<String> rows = new Rows(database).of(query, arguments);
        return rows.isEmpty() ? "" : rows.get(0);
    }

    void execute(String sql) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
