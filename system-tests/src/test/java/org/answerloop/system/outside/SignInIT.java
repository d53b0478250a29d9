package org.answerloop.system.outside;

import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.microsoft.playwright.Page;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Who gets in, who is slowed down, and for how long somebody stays in; with requests that are written by hand. */
@ExtendWith({RunningServer.class, InTheBrowser.class})
class SignInIT {

    private static final String REPORTS = "/reporting/index.xhtml";
    private static final Pattern SESSIONS =
            Pattern.compile("(?m)^session_liveSessions\\{[^}]*knowledge[^}]*}\\s+([0-9.]+)");

    /** On the running server, and more than a sign-out takes to reach what is remembered for seconds. */
    private static final Duration SECONDS = Duration.ofSeconds(10);

    private final AnswerloopServer server;
    private final Screens screens;

    SignInIT(AnswerloopServer server, Screens screens) {
        this.server = server;
        this.screens = screens;
    }

    @Test
    void sixty_wrong_passwords_at_once_keep_the_right_one_from_being_looked_at_and_the_person_gets_in_from_elsewhere() {
        assertThat(Caller.at("127.0.0.71", server).signIn("vera", "vera").isLetIn())
                .isTrue();

        ExecutorService attackers = Executors.newFixedThreadPool(60);
        List<CompletableFuture<Caller.Answer>> tries = IntStream.range(0, 60)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> Caller.at("127.0.0.70", server).signIn("vera", "wrong-" + i), attackers))
                .toList();
        assertThat(tries.stream().map(CompletableFuture::join)).noneMatch(Caller.Answer::isLetIn);
        attackers.shutdown();

        Caller.Answer right = Caller.at("127.0.0.70", server).signIn("vera", "vera");
        assertThat(right.isLetIn()).isFalse();
        assertThat(right.location()).matches("/reporting/login.xhtml\\?refused=[1-9][0-9]?");
        assertThat(Caller.at("127.0.0.71", server).signIn("vera", "vera").isLetIn())
                .as("from where they have signed in before")
                .isTrue();
        assertThat(Caller.at("127.0.0.72", server).signIn("vera", "vera").isLetIn())
                .as("from a third place")
                .isTrue();
        assertRecorded("not signed in,sign_in\\.failed,vera,,127\\.0\\.0\\.70\r\n");
    }

    @Test
    void a_name_that_nobody_has_is_refused_like_one_that_somebody_has_and_takes_as_long() {
        // Names are written down of people who have been here; others might be passwords.
        Caller edgar = Caller.at("127.0.0.74", server);
        assertThat(edgar.signIn("edgar", "edgar").isLetIn()).isTrue();
        assertThat(edgar.get(REPORTS).status()).isEqualTo(200);
        for (String name : List.of("edgar", "nobody-of-that-name", "é ß 漢 😀 ’ ; = <", "x".repeat(5_000), "a\u0000b")) {
            long begun = System.nanoTime();
            Caller.Answer answer = Caller.at("127.0.0.73", server).signIn(name, "wrong");
            assertThat(answer.status()).as(name).isEqualTo(303);
            assertThat(answer.location()).as(name).isEqualTo("/reporting/login.xhtml?refused=0");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        }
        assertRecorded("not signed in,sign_in\\.failed,edgar,,127\\.0\\.0\\.73\r\n");
        assertRecorded("not signed in,sign_in\\.failed,unknown user name,,127\\.0\\.0\\.73");
        assertThat(record()).doesNotContain("nobody-of-that-name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/knowledge/imports.xhtml", "/knowledge/answer-files.xhtml"})
    void whoever_is_signed_in_no_more_is_told_so_before_their_file_is_read(String path) throws Exception {
        long before = server.bytesOnDisk();

        try (Strangers senders = new Strangers(server.address().getPort())) {
            for (int i = 0; i < 4; i++) {
                Caller person = Caller.at("127.0.0.87", server);
                assertThat(person.signIn("ada", "ada").isLetIn()).isTrue();
                String cookies = person.without("AnswerloopSignIn").cookies();
                Socket sender = senders.send(
                        "127.0.0.87",
                        Strangers.begun(
                                path,
                                "multipart/form-data; boundary=x",
                                "Cookie: " + cookies + "\r\n",
                                40_000_000,
                                "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n"
                                        + "a".repeat(100_000)));
                assertThat(Strangers.head(sender, SECONDS))
                        .as("sender " + i)
                        .contains(" 303 ")
                        .contains("/knowledge/login.xhtml?ended=true");
            }
            assertThat(server.bytesOnDisk() - before).isLessThan(100_000);
        }
    }

    @Test
    void the_page_that_was_asked_for_is_opened_after_signing_in() {
        String asked = "/reporting/conversations.xhtml?metric=handled&search=Sol%C3%A8ne%3B%20a%2Cb";
        Page page = screens.visitor(server).open(asked);
        page.fill("#user", "maya");
        page.fill("#password", "wrong");
        page.click("button.button-primary");
        assertThat(page.locator("[role=alert]")).containsText("do not go together");

        page.fill("#user", "maya");
        page.fill("#password", "maya");
        page.click("button.button-primary");

        page.waitForURL(address -> address.contains("conversations.xhtml"));
        assertThat(page.locator("input[name=search]")).hasValue("Solène; a,b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/",
                "https://evil.example/",
                "/\\evil.example/",
                "\\\\evil.example",
                "/%0d%0aSet-Cookie: a=b",
                "javascript:alert(1)",
                "evil.example"
            })
    void nobody_is_led_to_another_host_after_signing_in(String address) {
        Caller.Answer answer = Caller.at("127.0.0.75", server)
                .signIn("edgar", "edgar", "&to=" + address.replace("%", "%25").replace(":", "%3A"));

        assertThat(answer.isLetIn()).isTrue();
        assertThat(answer.location()).startsWith("/").doesNotStartWith("//").doesNotContain("\\");
        assertThat(answer.headers("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("a=b"));
    }

    @Test
    void two_sign_ins_of_one_person_are_two_and_what_was_signed_out_opens_nothing_any_more() {
        Caller one = Caller.at("127.0.0.76", server);
        Caller other = Caller.at("127.0.0.77", server);
        one.signIn("ada", "ada");
        other.signIn("ada", "ada");
        Caller thief = one.copied();
        assertThat(thief.get(REPORTS).status()).isEqualTo(200);
        assertThat(thief.get("/knowledge/audit.csv").status()).isEqualTo(200);

        assertThat(one.post("/reporting/sign-out", "").status()).isEqualTo(303);

        for (String address : List.of(
                REPORTS,
                "/reporting/exports.xhtml",
                "/reporting/exports/1",
                "/reporting/export/all.csv",
                "/knowledge/audit.csv",
                "/knowledge/answers.csv",
                "/knowledge/gaps.xhtml")) {
            assertThat(one.copied().get(address).isSignIn()).as(address).isTrue();
            assertThat(thief.copied().get(address).isSignIn()).as(address).isTrue();
        }
        assertThat(thief.copied().post("/reporting/views", "name=x").isSignIn()).isTrue();
        assertThat(other.get(REPORTS).status()).isEqualTo(200);
        assertThat(other.copied().without("AnswerloopSignIn").get(REPORTS).isSignIn())
                .as("with the server's own cookie alone")
                .isTrue();
        assertThat(record())
                .containsPattern("ada,sign_in\\.begun,ada,,127\\.0\\.0\\.76\r\n")
                .containsPattern("ada,sign_in\\.ended,ada,,127\\.0\\.0\\.76\r\n");
    }

    @Test
    void an_administrator_ends_all_sign_ins_of_a_person_with_one_button() {
        List<Caller> browsers = new ArrayList<>();
        for (String address : List.of("127.0.0.78", "127.0.0.79")) {
            Caller browser = Caller.at(address, server);
            browser.signIn("vera", "vera");
            assertThat(browser.get(REPORTS).status()).isEqualTo(200);
            browsers.add(browser);
        }
        screens.forget(server, "vera");

        Page page = screens.visitor(server).signedInAs("ada").open("/knowledge/people.xhtml");
        page.locator("tr:has-text('vera') summary").click();
        page.locator("tr:has-text('vera') button").click();

        assertThat(page.locator("[role=status]")).containsText("vera:");
        assertThat(browsers)
                .allMatch(browser -> Eventually.within(
                        SECONDS, () -> browser.copied().get(REPORTS).isSignIn()));
        assertThat(Caller.at("127.0.0.78", server).signIn("vera", "vera").isLetIn())
                .isTrue();
        assertThat(record()).containsPattern("ada,sign_in\\.all_ended,vera,[0-9]+,0\r\n");
    }

    @Test
    void whoever_opens_what_is_not_open_to_their_role_reads_a_sentence_and_is_on_the_record() {
        Caller viewer = Caller.at("127.0.0.80", server);
        viewer.signIn("vera", "vera");

        Caller.Answer refused = viewer.get("/knowledge/seats.xhtml");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("not open to your role", "/knowledge/sign-out");
        assertThat(record())
                .containsPattern("vera,sign_in\\.not_allowed,/knowledge/seats\\.xhtml,,127\\.0\\.0\\.80\r\n");
    }

    @Test
    void the_pages_for_errors_are_there_for_everybody() {
        Caller stranger = Caller.at("127.0.0.81", server);
        for (String module : List.of("/reporting", "/knowledge")) {
            for (String name : List.of("403", "404", "500", "503", "expired", "tls")) {
                Caller.Answer page = stranger.get(module + "/error/" + name + ".xhtml");
                assertThat(page.status()).as(name).isEqualTo(200);
                assertThat(page.body()).as(name).contains("<h1>");
                assertThat(page.headers("Set-Cookie"))
                        .as("no session is kept for " + name)
                        .noneMatch(cookie -> cookie.startsWith("JSESSIONID="));
            }
        }
    }

    @Test
    void a_person_who_makes_a_session_with_every_request_keeps_ten_of_them() {
        Caller caller = Caller.at("127.0.0.82", server);
        caller.signIn("ada", "ada");
        assertThat(caller.get("/knowledge/seats.xhtml").status()).isEqualTo(200);
        double before = sessions();

        for (int i = 0; i < 100; i++) {
            assertThat(caller.copied()
                            .without("JSESSIONID")
                            .get("/knowledge/seats.xhtml")
                            .status())
                    .isEqualTo(200);
        }

        assertThat(Eventually.within(SECONDS, () -> sessions() - before <= 10)).isTrue();
        assertThat(screens.visitor(server)
                        .signedInAs("maya")
                        .open("/knowledge/gaps.xhtml")
                        .locator("h1"))
                .hasText("Knowledge gaps");
    }

    private double sessions() {
        Matcher matcher = SESSIONS.matcher(Caller.at("127.0.0.1", server)
                .call("GET", "/metrics", Map.of("Accept", "text/plain"), "")
                .body());
        assertThat(matcher.find()).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    /** Failures are put on the record beside the answer, in a moment. */
    private void assertRecorded(String line) {
        Pattern pattern = Pattern.compile(line);
        assertThat(Eventually.within(SECONDS, () -> pattern.matcher(record()).find()))
                .as(line)
                .isTrue();
    }

    /** What is on the record about signing in. */
    private String record() {
        Caller administrator = Caller.at("127.0.0.83", server);
        administrator.signIn("ada", "ada");
        Caller.Answer answer = administrator.get("/knowledge/audit.csv?area=sign_in");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }
}
