package org.answerloop.system.outside;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** People who have not signed in, and senders without good will, use too much of everything, and the others notice nothing. */
@ExtendWith(RunningServer.class)
class StrangersIT {

    private static final String PREFERENCES = Bystanders.PREFERENCES;
    private static final String KEY = Bystanders.KEY;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration WHILE_THEY_HOLD_ON = Duration.ofSeconds(10);

    /** In place of the status of an answer: the stranger is waited for, and holds a socket alone. */
    private static final int HELD = 0;

    private static final int MANY = 600;
    private static final int CLIENTS = 20;
    private static final int SHARE = 128;
    private static final int BEYOND = 10;

    private final AnswerloopServer server;
    private final Strangers strangers;
    private final Bystanders others;

    StrangersIT(AnswerloopServer server) {
        this.server = server;
        this.strangers = new Strangers(server.address().getPort());
        this.others = new Bystanders(strangers);
    }

    @AfterEach
    void hangUp() {
        strangers.close();
    }

    static Stream<Arguments> slowRequests() {
        return Stream.of(
                arguments("heads", "GET /reporting/login.xhtml HTTP/1.1\r\nHost: localhost\r\nX-A: b", HELD),
                arguments("forms", form(PREFERENCES), HELD),
                arguments("sign-in forms", form("/reporting/login.xhtml"), HELD),
                arguments("sign-ins", form("/reporting/sign-in"), HELD),
                arguments("forms to pages behind the sign-in", form("/reporting/views"), 302),
                arguments("files to a page without files", multipart("/knowledge/login.xhtml"), 415),
                arguments("files to a page behind the sign-in", multipart("/knowledge/imports.xhtml"), 302),
                arguments("passwords to the server at the root", form("/j_security_check"), 404),
                arguments("passwords to the server at the API", form("/api/j_security_check"), 404),
                arguments("sign-outs by the server at the API", form("/api/ibm_security_logout"), 404),
                arguments("webhooks to nobody", json("/api/v1/webhooks/chatwoot/nosuch", ""), 404),
                arguments("events without a key", json("/api/v1/events", ""), 401),
                arguments("calls of agents without a key", json("/api/mcp", ""), 401));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slowRequests")
    void six_hundred_that_do_not_come_to_their_end_hold_up_nobody(String what, String request, int answer) {
        List<Socket> sent = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            sent.add(strangers.send("127.0.1." + (1 + i % CLIENTS), request));
        }
        if (answer != HELD) {
            // They are answered before their bodies are there, however busy the machine is.
            assertThat(sent)
                    .allSatisfy(socket -> assertThat(Strangers.status(socket, Duration.ofSeconds(15)))
                            .isEqualTo(answer));
        }

        others.areServed(what);
    }

    @Test
    void one_client_gets_its_share_and_is_told_to_come_again() {
        List<Socket> sent = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            sent.add(strangers.send("127.0.0.5", form(PREFERENCES)));
        }

        String refused = Strangers.head(sent.get(MANY - 1), Duration.ofSeconds(5));
        assertThat(refused).contains(" 429 ").contains("Retry-After: ");
        others.areServed("one client");
        assertThat(held(sent.subList(0, MANY - 1))).hasSize(SHARE);
    }

    /** Waits until all but a share of these are refused. */
    private static List<Socket> held(List<Socket> sent) {
        List<Socket> held = new ArrayList<>(sent);
        Eventually.within(WHILE_THEY_HOLD_ON, () -> {
            held.removeIf(socket -> Strangers.status(socket, Duration.ofMillis(1)) == 429);
            return held.size() <= SHARE;
        });
        return held;
    }

    @Test
    void clients_behind_a_trusted_proxy_have_a_share_each() {
        List<Socket> sent = new ArrayList<>();
        for (int i = 0; i < SHARE + BEYOND; i++) {
            sent.add(strangers.send(RunningServer.PROXY, form(PREFERENCES, "X-Forwarded-For: 203.0.113.5\r\n")));
        }

        assertThat(held(sent)).hasSize(SHARE);
        assertThat(statusOfPage(RunningServer.PROXY, "X-Forwarded-For: 203.0.113.5\r\n"))
                .isEqualTo(429);
        assertThat(statusOfPage(RunningServer.PROXY, "X-Forwarded-For: 203.0.113.6\r\n"))
                .isEqualTo(200);
        assertThat(statusOfPage("127.0.0.78", "X-Forwarded-For: 203.0.113.5\r\n"))
                .isEqualTo(200);
    }

    private int statusOfPage(String from, String headers) {
        Socket page = strangers.send(from, Strangers.whole("GET", "/reporting/login.xhtml", headers, ""));
        return Strangers.status(page, Duration.ofSeconds(10));
    }

    @Test
    void who_dribbles_is_given_up() {
        List<Socket> dribbling = List.of(
                strangers.send("127.0.0.6", form(PREFERENCES)),
                strangers.send("127.0.0.6", json("/api/v1/events", KEY)),
                strangers.send("127.0.0.6", json("/api/v1/imports?name=slow", KEY)),
                strangers.send("127.0.0.6", json("/api/mcp", KEY)));
        List<Integer> statuses = new ArrayList<>(List.of(0, 0, 0, 0));

        boolean over = Eventually.within(Duration.ofSeconds(40), () -> {
            for (int i = 0; i < dribbling.size(); i++) {
                if (statuses.get(i) == 0) {
                    statuses.set(i, afterAnotherByte(dribbling.get(i)));
                }
            }
            return !statuses.contains(0);
        });

        assertThat(over).as("given up: " + statuses).isTrue();
        assertThat(statuses).containsExactly(408, 400, 400, 408);
    }

    private static int afterAnotherByte(Socket socket) {
        try {
            socket.getOutputStream().write('a');
        } catch (IOException givenUp) {
            return Math.max(1, Strangers.status(socket, Duration.ofMillis(100)));
        }
        return Strangers.status(socket, Duration.ofMillis(200));
    }

    /** They ask for the largest that is there for strangers, and for what they only believe to be there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reporting/answerloop/answerloop.css",
                "/reporting/jakarta.faces.resource/moment/moment-timezone-with-data.js.xhtml?ln=primefaces",
                "/knowledge/jakarta.faces.resource/components.js.xhtml?ln=primefaces"
            })
    void whoever_asks_and_does_not_read_holds_up_nobody(String path) {
        for (int i = 0; i < 2 * MANY; i++) {
            strangers.sendAndHardlyRead("127.0.5." + (1 + i % CLIENTS), Strangers.kept("GET", path));
        }

        others.areServed(path);
    }

    @Test
    void scripts_of_pages_behind_the_sign_in_are_there_for_whoever_has_signed_in() {
        String script = "/reporting/jakarta.faces.resource/components.js.xhtml?ln=primefaces";
        Caller person = Caller.at("127.0.0.14", server);

        assertThat(person.get(script).isSignIn()).isTrue();
        person.signIn("vera", "vera");
        assertThat(person.get(script).status()).isEqualTo(200);
    }

    /**
     * The server has much to say here, and is not asked by way of a module of ours. It is asked several times, since the
     * machine itself holds as much as one answer on its way.
     */
    @Test
    void whoever_does_not_read_is_given_up() throws Exception {
        Matcher script = Pattern.compile("src=\"(liberty-swagger-ui-bundle[^\"]+)\"")
                .matcher(Caller.at("127.0.0.15", server).get("/api/docs/").body());
        assertThat(script.find()).isTrue();
        String path = "/api/docs/" + script.group(1);
        int whole = Caller.at("127.0.0.15", server).get(path).body().length();
        Socket slow = strangers.sendAndHardlyRead(
                "127.0.0.15", Strangers.kept("GET", path).repeat(4));

        Thread.sleep(Duration.ofSeconds(25).toMillis());

        slow.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
        assertThat(bytesUntilTheEnd(slow)).isLessThan(3 * whole);
    }

    private static int bytesUntilTheEnd(Socket socket) {
        int read = 0;
        byte[] buffer = new byte[65_536];
        try {
            for (int count = socket.getInputStream().read(buffer);
                    count >= 0;
                    count = socket.getInputStream().read(buffer)) {
                read += count;
            }
        } catch (SocketTimeoutException stillOpen) {
            throw new AssertionError("The connection is still open after " + read + " bytes", stillOpen);
        } catch (IOException hungUp) {
            return read;
        }
        return read;
    }

    @Test
    void sixty_four_webhooks_to_nobody_turn_no_event_away() {
        for (int i = 0; i < 64; i++) {
            strangers.send("127.0.0.9", json("/api/v1/webhooks/chatwoot/nosuch", ""));
        }

        assertThat(strangers.ask(Bystanders.events(), PATIENCE).status()).isEqualTo(202);
    }

    @Test
    void eight_uploads_that_dribble_block_no_other_import() {
        for (int i = 0; i < 8; i++) {
            strangers.send(
                    "127.0.0.10", Strangers.begun("/api/v1/imports?name=slow", Api.LINES, KEY, 1_000_000, "{\"a\""));
        }

        String body = "{}\n";
        String head = "Content-Type: " + Api.LINES + "\r\n" + KEY;
        assertThat(strangers
                        .ask(Strangers.whole("POST", "/api/v1/imports?name=beside", head, body), PATIENCE)
                        .status())
                .isEqualTo(202);
    }

    @Test
    void a_small_file_that_inflates_beyond_the_limit_is_refused_with_a_sentence_and_leaves_nothing() {
        Api api = Api.of(server);
        long before = server.bytesOnDisk();

        Api.Answer answer = api.sendCompressed("/api/v1/imports?name=bomb", Api.LINES, "gzip", bomb());

        assertThat(answer.status()).as(answer.text()).isEqualTo(413);
        assertThat(answer.body().path("detail").asText())
                .contains(RunningServer.IMPORT_BYTES)
                .contains("ANSWERLOOP_IMPORT_BYTES");
        assertThat(server.bytesOnDisk() - before).isLessThan(1_000_000);
    }

    private static byte[] bomb() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] blank = new byte[1_048_576];
            for (int i = 0; i < 80; i++) {
                gzip.write(blank);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    @Test
    void whatever_the_api_answers_is_kept_by_nobody_and_taken_for_what_it_is() {
        for (String path : List.of("/api/v1/imports", "/api/v1/nosuch", "/api/mcp", "/api/nosuch")) {
            Socket socket = strangers.send("127.0.0.11", Strangers.whole("GET", path, "", ""));
            assertThat(Strangers.head(socket, Duration.ofSeconds(5)))
                    .as(path)
                    .contains("Cache-Control: no-store")
                    .contains("X-Content-Type-Options: nosniff");
        }
    }

    private static String form(String path) {
        return form(path, "");
    }

    private static String form(String path, String headers) {
        return Strangers.begun(path, Strangers.FORM, headers, 150, "theme");
    }

    private static String multipart(String path) {
        return Strangers.begun(path, "multipart/form-data; boundary=x", "", 1_500, "--x\r\n");
    }

    private static String json(String path, String headers) {
        String mediaType = path.contains("/v1/events") || path.contains("/v1/imports") ? Api.LINES : "application/json";
        return Strangers.begun(path, mediaType, headers, 1_500, "{\"a\":");
    }
}
