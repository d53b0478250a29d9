package org.answerloop.system.outside;

import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.answerloop.system.server.AnswerloopServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What the server itself would take for a sign-in or a sign-out, at whatever address: none of it leads past the sign-in page. */
@ExtendWith(RunningServer.class)
class WaysRoundSignInIT {

    private static final String REPORTS = "/reporting/index.xhtml";

    private final AnswerloopServer server;

    WaysRoundSignInIT(AnswerloopServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reporting/j_security_check",
                "/knowledge/j_security_check",
                "/reporting/exports/j_security_check",
                "/reporting/j_security_check;a=b",
                "/reporting/%6a_security_check",
                "/reporting/./j_security_check",
                "/reporting//j_security_check",
                "/reporting/j_security_check/",
                "/reporting/J_SECURITY_CHECK",
                "/j_security_check",
                "/api/j_security_check",
                "/health/j_security_check",
                "/health/%6a_security_check",
                "/metrics/j_security_check",
                "/api/openapi/j_security_check"
            })
    void the_servers_own_address_for_passwords_is_closed_however_it_is_written(String path) {
        Caller.Answer right = Caller.at("127.0.0.74", server).post(path, "j_username=vera&j_password=vera");
        Caller.Answer wrong = Caller.at("127.0.0.74", server).post(path, "j_username=vera&j_password=wrong");

        assertThat(right.headers("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("AnswerloopSession="));
        assertThat(right.status()).isEqualTo(wrong.status());
        assertThat(right.location()).isEqualTo(wrong.location());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /",
        "GET, /nosuch",
        "GET, /health",
        "GET, /health/ready",
        "GET, /metrics",
        "GET, /api/openapi",
        "GET, /api/docs/",
        "GET, /api/v1/reports",
        "POST, /api/v1/events",
        "GET, /api/nosuch",
        "GET, /reporting/login.xhtml",
        "GET, /reporting/index.xhtml",
        "POST, /reporting/sign-in",
        "GET, /knowledge/gaps.xhtml",
        "POST, /knowledge/sign-in"
    })
    void a_password_in_the_header_of_http_basic_is_looked_at_nowhere(String method, String path) {
        Caller.Answer right = basic(method, path, "vera:vera");
        Caller.Answer wrong = basic(method, path, "vera:wrong");

        assertThat(right.headers("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("AnswerloopS"));
        assertThat(right.status()).isEqualTo(wrong.status());
        assertThat(right.location()).isEqualTo(wrong.location());
    }

    private Caller.Answer basic(String method, String path, String nameAndPassword) {
        String credentials = Base64.getEncoder().encodeToString(nameAndPassword.getBytes(UTF_8));
        return Caller.at("127.0.0.84", server).call(method, path, Map.of("Authorization", "Basic " + credentials), "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reporting/ibm_security_logout",
                "/knowledge/ibm_security_logout",
                "/reporting/answerloop/ibm_security_logout",
                "/reporting/%69bm_security_logout",
                "/reporting/ibm_security_logout;a=b",
                "/reporting/./ibm_security_logout",
                "/reporting/ibm_security_logout/",
                "/ibm_security_logout",
                "/nosuch/ibm_security_logout",
                "/api/ibm_security_logout",
                "/api/%69bm_security_logout",
                "/api/v1/ibm_security_logout"
            })
    void no_link_to_the_servers_own_address_for_signing_out_signs_anybody_out(String path) {
        Caller person = Caller.at("127.0.0.85", server);
        assertThat(person.signIn("edgar", "edgar").isLetIn()).isTrue();

        Caller.Answer answer = person.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.headers("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("AnswerloopS"));
        assertThat(person.get(REPORTS).status()).isEqualTo(200);
    }

    @Test
    void the_servers_token_is_taken_by_the_name_of_its_cookie_alone() {
        Caller person = Caller.at("127.0.0.86", server);
        assertThat(person.signIn("edgar", "edgar").isLetIn()).isTrue();

        assertThat(person.copied().get(REPORTS).status()).isEqualTo(200);
        for (String name : List.of("LtpaToken2", "LtpaToken", "JWT")) {
            assertThat(person.copied()
                            .renamed("AnswerloopSession", name)
                            .get(REPORTS)
                            .isSignIn())
                    .as(name)
                    .isTrue();
        }

        Caller thief = person.copied();
        assertThat(person.post("/reporting/sign-out", "").status()).isEqualTo(303);
        for (String name : List.of("AnswerloopSession", "answerloopsession", "LtpaToken2")) {
            assertThat(thief.copied()
                            .renamed("AnswerloopSession", name)
                            .get(REPORTS)
                            .isSignIn())
                    .as("after signing out, as " + name)
                    .isTrue();
        }
    }
}
