package org.answerloop.system.outside;

import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.server.ServerFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A server in production with the directory of a company, which was tried in development before. */
class InProductionIT {

    private static final String REPORTS = "/reporting/index.xhtml";
    private static final String PERSON = "127.0.0.91";
    private static final String PROXY = "127.0.0.90";
    private static final String ZOE = "zoé ß 漢 😀 ’";

    /** Half a minute of the server's cache, and as much of the example's for the directory. */
    private static final Duration WITHIN_A_MINUTE = Duration.ofSeconds(65);

    private static Directory directory;

    private static AnswerloopServer server;
    private static Caller staying;
    private static Caller signedOut;

    @BeforeAll
    static void promoteAServer() {
        ServerFolder folder = ServerFolder.create(
                "promoted",
                Map.of("ANSWERLOOP_MODE", "development", "ANSWERLOOP_BOOTSTRAP_API_KEY", RunningServer.API_KEY));
        try (AnswerloopServer development = AnswerloopServer.start(folder)) {
            staying = Caller.at(PERSON, development);
            signedOut = Caller.at(PERSON, development);
            assertThat(staying.signIn("maya", "maya").isLetIn()).isTrue();
            assertThat(signedOut.signIn("maya", "maya").isLetIn()).isTrue();
            Caller signingOut = signedOut.copied();
            assertThat(signingOut.post("/reporting/sign-out", "").status()).isEqualTo(303);
            development.stop();
        }
        directory = Directory.open()
                .with("maya", "manager")
                .with("solène", "administrator")
                .with("noah", null)
                .with("lea", "viewer")
                .with(ZOE, "editor");
        directory.serve(folder);
        folder.setEnvironment("ANSWERLOOP_MODE", "production");
        folder.setEnvironment("ANSWERLOOP_TRUSTED_PROXIES", PROXY);
        server = AnswerloopServer.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
        directory.close();
    }

    @Test
    void the_demo_users_are_forgotten() {
        assertThat(server.log()).contains("Starting in PRODUCTION mode");
        assertThat(Caller.overTls("127.0.0.92", server).signIn("edgar", "edgar").isLetIn())
                .isFalse();
    }

    @Test
    void what_was_signed_out_before_the_restart_stays_so_and_what_was_not_goes_on() {
        Caller on = staying.copiedOverTls(server).renamed("AnswerloopSignIn", "__Host-AnswerloopSignIn");
        Caller out = signedOut.copiedOverTls(server).renamed("AnswerloopSignIn", "__Host-AnswerloopSignIn");

        assertThat(on.get("/reporting/exports.xhtml").status()).isEqualTo(200);
        assertThat(out.get("/reporting/exports.xhtml").location()).contains("/login.xhtml?ended=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reporting/login.xhtml", "/knowledge/login.xhtml", "/reporting/error/404.xhtml"})
    void plain_http_leads_to_https_for_whoever_opens_a_page(String path) {
        Caller.Answer answer = Caller.at(PERSON, server).get(path + "?a=b");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).isEqualTo(server.secureAddress() + path + "?a=b");
        assertThat(answer.body()).doesNotContain("password");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /reporting/sign-in",
        "POST, /reporting/preferences",
        "POST, /knowledge/login.xhtml",
        "GET, /api/v1/reports",
        "GET, /api/v1/answers?q=x",
        "POST, /api/v1/events",
        "POST, /api/mcp"
    })
    void plain_http_is_refused_for_calls_and_for_whatever_changes_something(String method, String path) {
        Caller.Answer answer = Caller.at(PERSON, server)
                .call(
                        method,
                        path,
                        Map.of(
                                "Authorization",
                                "Bearer " + RunningServer.API_KEY,
                                "Content-Type",
                                "application/x-www-form-urlencoded"),
                        method.equals("POST") ? "user=maya&password=maya" : "");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).contains("\"status\":403", "urn:answerloop:problem:https-required");
        assertThat(answer.headers("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/knowledge/imports.xhtml", "/knowledge/answer-files.xhtml"})
    void a_file_over_plain_http_is_refused_before_it_is_read(String path) throws Exception {
        Caller person = Caller.overTls("127.0.0.96", server);
        assertThat(person.signIn("solène", "solène").isLetIn()).isTrue();

        try (Strangers senders = new Strangers(server.address().getPort())) {
            Socket sender = senders.send(
                    "127.0.0.96",
                    Strangers.begun(
                            path,
                            "multipart/form-data; boundary=x",
                            "Cookie: " + person.cookies() + "\r\n",
                            40_000_000,
                            "--x\r\n"));

            assertThat(Strangers.head(sender, Duration.ofSeconds(10)))
                    .contains(" 403 ")
                    .contains("https-required");
        }
    }

    @Test
    void health_is_told_over_plain_http_too() {
        assertThat(Caller.at(PERSON, server).get("/health/ready").status()).isEqualTo(200);
    }

    @Test
    void over_tls_people_sign_in_with_cookies_for_tls_alone_and_browsers_are_told_to_stay_with_it() {
        Caller person = Caller.overTls(PERSON, server);

        Caller.Answer answer = person.signIn("solène", "solène");

        assertThat(answer.isLetIn()).isTrue();
        assertThat(answer.header("Strict-Transport-Security")).hasValue("max-age=31536000");
        assertThat(answer.headers("Set-Cookie"))
                .filteredOn(cookie -> !cookie.startsWith("WASReqURL="))
                .allSatisfy(cookie -> assertThat(cookie).contains("; Secure", "; HttpOnly", "SameSite=Lax"));
        Caller.Answer page = person.get("/knowledge/people.xhtml");
        assertThat(page.body()).contains("solène");
        assertThat(page.headers("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("JSESSIONID="))
                .allSatisfy(cookie -> assertThat(cookie).contains("; Secure", "; HttpOnly", "SameSite=Lax"));
    }

    @Test
    void a_proxy_that_is_named_says_that_tls_stands_before_it_and_nobody_else_does() {
        Map<String, String> told = Map.of(
                "X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.7", "$WSIS", "true", "$WSSC", "https");

        assertThat(Caller.at(PROXY, server)
                        .call("GET", "/reporting/login.xhtml", told, "")
                        .status())
                .isEqualTo(200);
        Caller.Answer other = Caller.at(PERSON, server).call("GET", "/reporting/login.xhtml", told, "");
        assertThat(other.status()).isEqualTo(403);
        assertThat(other.body()).contains("ANSWERLOOP_TRUSTED_PROXIES").doesNotContain("password");
        assertThat(Caller.at(PERSON, server)
                        .call("GET", "/reporting/login.xhtml", Map.of("$WSIS", "true", "$WSSC", "https"), "")
                        .status())
                .isEqualTo(302);
        assertThat(Caller.at(PROXY, server)
                        .call("GET", "/reporting/login.xhtml", Map.of("X-Forwarded-Proto", "http"), "")
                        .location())
                .isEqualTo("https://localhost/reporting/login.xhtml");
    }

    @Test
    void behind_a_proxy_that_speaks_https_with_the_server_people_sign_in_and_are_led_to_https() {
        Caller person = Caller.overTls(PROXY, server);
        Map<String, String> told =
                Map.of("Host", "desk.example.com", "X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.8");

        Caller.Answer page = person.call("GET", REPORTS, told, "");
        assertThat(page.location()).isEqualTo("https://desk.example.com/reporting/login.xhtml");

        Map<String, String> form = new HashMap<>(told);
        form.put("Content-Type", "application/x-www-form-urlencoded");
        String solene = URLEncoder.encode("solène", StandardCharsets.UTF_8);
        Caller.Answer signedIn =
                person.call("POST", "/reporting/sign-in", form, "user=" + solene + "&password=" + solene);
        assertThat(signedIn.location()).startsWith("/reporting/");
        assertThat(person.call("GET", REPORTS, told, "").status()).isEqualTo(200);
    }

    @Test
    void the_front_door_has_browsers_stay_with_tls_too() {
        Caller.Answer secure = Caller.overTls(PERSON, server).get("/");
        assertThat(secure.header("Strict-Transport-Security")).hasValue("max-age=31536000");
        assertThat(secure.location()).isEqualTo("/reporting/");

        Caller.Answer plain = Caller.at(PERSON, server).get("/");
        assertThat(plain.location()).isEqualTo("/reporting/");
        assertThat(plain.header("Strict-Transport-Security")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TLSv1.3, TLS_AES_256_GCM_SHA384, TLS_AES_256_GCM_SHA384",
        "TLSv1.3, TLS_CHACHA20_POLY1305_SHA256, TLS_CHACHA20_POLY1305_SHA256",
        "TLSv1.2, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLSv1.2, TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384, none",
        "TLSv1.2, TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA, none",
        "TLSv1.2, TLS_RSA_WITH_AES_128_GCM_SHA256, none",
        "TLSv1.2, TLS_RSA_WITH_AES_128_CBC_SHA, none"
    })
    void tls_is_spoken_with_suites_alone_that_encrypt_and_authenticate_in_one(
            String protocol, String suite, String agreed) {
        assertThat(Tls.agreed(server.secureAddress().getPort(), protocol, List.of(suite)))
                .isEqualTo(agreed);
    }

    @Test
    void whoever_has_no_role_reads_a_sentence_and_can_sign_out() {
        Caller person = Caller.overTls(PERSON, server);
        person.signIn("noah", "noah");

        for (String path : List.of(REPORTS, "/knowledge/gaps.xhtml", "/reporting/export/all.csv")) {
            Caller.Answer answer = person.get(path);
            assertThat(answer.status()).as(path).isEqualTo(403);
            assertThat(answer.body()).as(path).contains("signed in as noah, but you have no role", "/sign-out");
        }
    }

    @Test
    void a_name_of_every_letter_signs_in_and_stands_on_the_page_and_in_the_audit() {
        Caller person = Caller.overTls("127.0.0.94", server);
        assertThat(person.signIn(ZOE, ZOE).isLetIn()).isTrue();
        assertThat(person.get("/knowledge/gaps.xhtml").body()).contains(ZOE);
        Caller administrator = Caller.overTls("127.0.0.95", server);
        assertThat(administrator.signIn("solène", "solène").isLetIn()).isTrue();
        assertThat(administrator.get("/knowledge/audit.csv").body()).contains(ZOE);
    }

    @Test
    void a_role_that_was_taken_away_in_the_directory_opens_nothing_within_a_minute() {
        Caller person = Caller.overTls("127.0.0.93", server);
        person.signIn("lea", "lea");
        assertThat(person.get(REPORTS).status()).isEqualTo(200);

        directory.takeOut("lea", "viewer");

        assertThat(Eventually.within(WITHIN_A_MINUTE, () -> person.get(REPORTS).status() == 403))
                .isTrue();
    }
}
