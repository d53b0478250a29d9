package org.answerloop.system.outside;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

/** Forms of people who have not signed in, too large, too many, or to addresses that take none. */
@ExtendWith(RunningServer.class)
class FormsOfStrangersIT {

    private static final String PREFERENCES = Bystanders.PREFERENCES;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration WHILE_THEY_HOLD_ON = Duration.ofSeconds(10);
    private static final int MANY = 600;
    private static final int CLIENTS = 20;
    private static final int SHARE = 128;
    private static final int FILLING_CLIENTS = 8;

    private final AnswerloopServer server;
    private final Strangers strangers;
    private final Bystanders others;

    FormsOfStrangersIT(AnswerloopServer server) {
        this.server = server;
        this.strangers = new Strangers(server.address().getPort());
        this.others = new Bystanders(strangers);
    }

    @AfterEach
    void hangUp() {
        strangers.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PREFERENCES,
                "/knowledge/preferences",
                "/reporting/login.xhtml",
                "/reporting/sign-in",
                "/reporting/j_security_check"
            })
    void a_form_is_refused_beyond_64_KB_while_it_is_read(String path) {
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + Strangers.FORM + "\r\n";

        Socket announced = strangers.send("127.0.0.7", head + "Content-Length: 120000000\r\n\r\na=");
        assertThat(Strangers.status(announced, Duration.ofSeconds(5))).isEqualTo(413);

        Socket unannounced = strangers.send("127.0.0.7", head + "Transfer-Encoding: chunked\r\n\r\n");
        long taken = sendChunks(unannounced, 120_000_000);
        assertThat(Strangers.status(unannounced, Duration.ofSeconds(5))).isIn(413, 0);
        assertThat(taken).as("bytes that the server read").isLessThan(20_000_000);
    }

    @Test
    void forms_of_many_fields_are_refused_as_they_come_and_hold_up_nobody() {
        String fields = IntStream.range(0, 16_000)
                .mapToObj(i -> Integer.toString(i, Character.MAX_RADIX))
                .collect(Collectors.joining("&"));
        List<Socket> sent = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            sent.add(strangers.send(
                    "127.0.3." + (1 + i % CLIENTS),
                    Strangers.begun(PREFERENCES, Strangers.FORM, "", fields.length(), fields)));
        }

        assertThat(sent)
                .allSatisfy(socket -> assertThat(Strangers.status(socket, Duration.ofSeconds(15)))
                        .isIn(413, 429));
        assertThat(Strangers.head(
                        strangers.send("127.0.0.12", Strangers.begun(PREFERENCES, Strangers.FORM, "", 64_000, fields)),
                        PATIENCE))
                .contains(" 413 ")
                .contains("more than the 1,000 fields");
        others.areServed("forms of many fields");
    }

    @Test
    void whoever_fills_the_room_for_forms_keeps_nobody_from_signing_in() {
        String most = "a=" + "b".repeat(60_000);
        for (int i = 0; i < FILLING_CLIENTS * SHARE; i++) {
            strangers.send(
                    "127.0.4." + (1 + i % FILLING_CLIENTS),
                    Strangers.begun(PREFERENCES, Strangers.FORM, "", 64_000, most));
        }

        // What these leave between them is filled by smaller and smaller ones.
        for (int size : List.of(4_000, 400, 40, 4)) {
            for (int i = 0; i < CLIENTS; i++) {
                strangers.send(
                        "127.0.4.100",
                        Strangers.begun(PREFERENCES, Strangers.FORM, "", 5_000, most.substring(0, size)));
            }
        }

        List<String> refusals = new ArrayList<>();
        boolean full = Eventually.within(WHILE_THEY_HOLD_ON, () -> {
            Socket large = strangers.send("127.0.0.13", sent(PREFERENCES, most));
            refusals.add(Strangers.head(large, Duration.ofMillis(500)));
            return refusals.get(refusals.size() - 1).contains(" 503 ");
        });
        assertThat(full).as("the room is full for large forms: " + refusals).isTrue();
        assertThat(refusals.get(refusals.size() - 1)).contains("Retry-After: ").contains("busy with what others send");
        others.areServed("a full room", sent("/reporting/sign-in", "user=maya&password=maya"), 303);
        others.areServed("a full room");
    }

    private static String sent(String path, String fields) {
        return Strangers.whole("POST", path, "Content-Type: " + Strangers.FORM + "\r\n", fields);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/j_security_check",
                "/%6a_security_check",
                "/nosuch/j_security_check",
                "/ibm_security_logout",
                "/api/j_security_check",
                "/api/%6a_security_check",
                "/api/v1/j_security_check;a=b",
                "/api/ibm_security_logout"
            })
    void where_nobody_signs_in_the_servers_own_addresses_for_it_are_refused_before_a_form_is_read(String path) {
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + Strangers.FORM + "\r\n";

        Socket announced = strangers.send("127.0.0.12", head + "Content-Length: 120000000\r\n\r\na=");
        assertThat(Strangers.status(announced, Duration.ofSeconds(5))).isEqualTo(404);

        Socket unannounced = strangers.send("127.0.0.12", head + "Transfer-Encoding: chunked\r\n\r\n");
        assertThat(Strangers.status(unannounced, Duration.ofSeconds(5))).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {PREFERENCES, "/reporting/sign-in", "/knowledge/login.xhtml"})
    void a_form_to_an_address_with_a_malformed_query_is_refused_with_a_sentence(String path) {
        Socket form = strangers.send(
                "127.0.0.12",
                Strangers.whole(
                        "POST", path + "?x=%zz", "Content-Type: " + Strangers.FORM + "\r\n", "theme=dark&user=a"));

        assertThat(Strangers.head(form, Duration.ofSeconds(5)))
                .contains(" 400 ")
                .contains("<p>");
    }

    /** @return how many bytes could be sent before the server hung up */
    private static long sendChunks(Socket socket, long bytes) {
        String chunk = "10000\r\n" + "a".repeat(0x10000) + "\r\n";
        long sent = 0;
        try {
            while (sent < bytes && socket.getInputStream().available() == 0) {
                socket.getOutputStream().write(chunk.getBytes(US_ASCII));
                sent += 0x10000;
            }
        } catch (IOException hungUp) {
            return sent;
        }
        return sent;
    }

    @Test
    void a_form_with_a_file_is_taken_by_nobody_who_has_not_signed_in_and_leaves_nothing_on_the_disk() {
        long before = server.bytesOnDisk();
        String part =
                "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n" + "a".repeat(2_000_000);
        for (String path : List.of("/reporting/login.xhtml", "/knowledge/login.xhtml", "/knowledge/imports.xhtml")) {
            Socket socket = strangers.send(
                    "127.0.0.8",
                    "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 400000000\r\n"
                            + "Content-Type: multipart/form-data; boundary=x\r\n\r\n");
            try {
                socket.getOutputStream().write(part.getBytes(US_ASCII));
            } catch (IOException refusedMeanwhile) {
                assertThat(socket.isConnected()).isTrue();
            }
        }
        others.areServed("files of strangers");

        assertThat(server.bytesOnDisk() - before).isLessThan(1_000_000);
    }
}
