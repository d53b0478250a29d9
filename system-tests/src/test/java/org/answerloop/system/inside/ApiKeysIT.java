package org.answerloop.system.inside;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;

import jakarta.annotation.Resource;

import org.answerloop.kernel.Fingerprint;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** Keys that are in the database, tried over HTTP. */
@ExtendWith(ArquillianExtension.class)
class ApiKeysIT {

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    @Test
    void a_key_opens_what_its_scope_says_and_nothing_else() throws Exception {
        givenAKey("al_key_for_reading_reports", "REPORTS", null);

        assertThat(reading("al_key_for_reading_reports").statusCode()).isEqualTo(404);
        HttpResponse<String> refused = sending("al_key_for_reading_reports");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(refused.body()).contains("wrong-scope", "needs the scope events");
    }

    @Test
    void each_address_is_opened_by_its_own_scope_alone() throws Exception {
        Map<String, String> scopes = Map.of(
                "/api/v1/answers?q=x", "ANSWERS",
                "/api/v1/reports", "REPORTS",
                "/api/v1/conversations/nowhere/nobody", "REPORTS",
                "/api/v1/imports", "IMPORTS");
        for (String scope : List.of("ANSWERS", "REPORTS", "EVENTS", "IMPORTS", "REDACTION")) {
            String key = "al_key_of_the_scope_" + scope.toLowerCase(Locale.ROOT);
            givenAKey(key, scope, null);
            for (Map.Entry<String, String> address : scopes.entrySet()) {
                boolean opens = address.getValue().equals(scope);
                assertThat(call(request(address.getKey(), key)).statusCode() == 403)
                        .as("%s with %s", address.getKey(), scope)
                        .isNotEqualTo(opens);
            }
        }
        for (String address : scopes.keySet()) {
            assertThat(call(request(address, "al_key_that_nobody_made")).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void a_revoked_key_opens_nothing() throws Exception {
        givenAKey("al_key_that_was_revoked", "EVENTS,REPORTS", "current_timestamp");

        assertThat(sending("al_key_that_was_revoked").statusCode()).isEqualTo(401);
        assertThat(reading("al_key_that_was_revoked").statusCode()).isEqualTo(401);
    }

    @Test
    void a_key_of_the_configuration_opens_nothing_once_it_does_not_stand_there() throws Exception {
        givenAKey("al_key_that_was_configured", "REPORTS", null);
        assertThat(reading("al_key_that_was_configured").statusCode()).isEqualTo(404);

        new Rows(database).change("update api_key set from_setting = true where label = 'al_key_that_was_configured'");

        assertThat(reading("al_key_that_was_configured").statusCode()).isEqualTo(401);
    }

    private void givenAKey(String secret, String scopes, String revokedAt) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into api_key (id, version, label, key_hash, hint, scopes, created_at, created_by,"
                                + " revoked_at) values (?, 1, ?, ?, 'al_key', ?, current_timestamp, 'test', "
                                + revokedAt + ")")) {
            insert.setLong(1, -Math.abs((long) secret.hashCode()));
            insert.setString(2, secret);
            insert.setString(3, Fingerprint.of(secret));
            insert.setString(4, scopes);
            insert.executeUpdate();
        }
    }

    private static HttpResponse<String> sending(String key) throws IOException, InterruptedException {
        return call(request("/api/v1/events", key)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString("{}")));
    }

    private static HttpResponse<String> reading(String key) throws IOException, InterruptedException {
        return call(request("/api/v1/conversations/nowhere/nobody", key));
    }

    private static HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + System.getenv("ANSWERLOOP_HTTP_PORT") + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + key);
    }

    private static HttpResponse<String> call(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
