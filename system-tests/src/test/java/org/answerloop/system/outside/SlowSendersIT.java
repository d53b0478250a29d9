package org.answerloop.system.outside;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.story.ConversationStory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** Senders that begin and do not end, on sockets of their own. */
@ExtendWith(RunningServer.class)
class SlowSendersIT {

    private static final String SOURCE = "/tests/slow";
    private static final Instant LONG_AGO = Instant.now().minus(Duration.ofDays(10));
    private static final int MIB = 1_048_576;

    private final AnswerloopServer server;
    private final Api api;
    private final List<Socket> sockets = new ArrayList<>();

    SlowSendersIT(AnswerloopServer server) {
        this.server = server;
        this.api = Api.of(server);
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void forty_that_send_half_a_body_block_nobody_and_are_served_when_they_go_on() throws IOException {
        byte[] slow = aStory("slow").lines().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 40; i++) {
            begin(slow.length).write(slow, 0, slow.length / 2);
        }

        Instant beginning = Instant.now();
        for (int i = 0; i < 20; i++) {
            assertThat(api.send(Api.LINES, aStory("quick-" + i).lines()).status())
                    .isEqualTo(202);
        }
        assertThat(Duration.between(beginning, Instant.now())).isLessThan(Duration.ofSeconds(15));

        Socket first = sockets.get(0);
        first.getOutputStream().write(slow, slow.length / 2, slow.length - slow.length / 2);
        assertThat(statusLine(first)).contains(" 202 ");
        assertThat(api.conversation(SOURCE, "slow").status()).isEqualTo(200);
    }

    @Test
    void when_bodies_fill_the_room_the_next_is_told_to_come_again_and_finds_room_when_they_have_gone()
            throws IOException {
        byte[] blank = " ".repeat(MIB).getBytes(US_ASCII);
        for (int i = 0; i < 6; i++) {
            OutputStream body = begin(10 * MIB);
            for (int sent = 0; sent < 9; sent++) {
                body.write(blank);
            }
            body.write(blank, 0, MIB - 1);
            body.flush();
        }
        String big = " ".repeat(9 * MIB) + aStory("big").lines();

        boolean full = Eventually.within(
                Duration.ofSeconds(20), () -> api.send(Api.LINES, big).status() == 429);
        assertThat(full).as("told to come again").isTrue();
        Api.Answer refused = api.send(Api.LINES, big);
        assertThat(refused.body().path("code").asText()).isEqualTo("busy");
        assertThat(refused.retryAfter()).isPositive();
        assertThat(api.send(Api.LINES, aStory("small").lines()).status()).isEqualTo(202);

        hangUp();
        boolean taken = Eventually.within(
                Duration.ofSeconds(20), () -> api.send(Api.LINES, big).status() == 202);
        assertThat(taken).as("taken, when there is room").isTrue();
    }

    /** Sends the head of a request, and leaves the body to the test. */
    private OutputStream begin(int length) throws IOException {
        Socket socket = new Socket("localhost", server.address().getPort());
        socket.setSoTimeout(30_000);
        sockets.add(socket);
        String head = String.join(
                "\r\n",
                "POST /api/v1/events HTTP/1.1",
                "Host: localhost",
                "Authorization: Bearer " + RunningServer.API_KEY,
                "Content-Type: " + Api.LINES,
                "Content-Length: " + length,
                "",
                "");
        socket.getOutputStream().write(head.getBytes(US_ASCII));
        socket.getOutputStream().flush();
        return socket.getOutputStream();
    }

    private static String statusLine(Socket socket) throws IOException {
        InputStream answer = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        for (int next = answer.read(); next >= 0 && next != '\r'; next = answer.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    private static ConversationStory aStory(String id) {
        return aConversation(SOURCE, id, LONG_AGO)
                .startsOn("web", "en")
                .visitorSays("How do I change my address?")
                .agentReplies("In your profile.");
    }
}
