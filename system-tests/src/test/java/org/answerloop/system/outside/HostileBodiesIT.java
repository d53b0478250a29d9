package org.answerloop.system.outside;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;

import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.story.ConversationStory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What no honest sender sends: it gets a problem, whoever sends beside it gets what they came for, and nobody a 500. */
@ExtendWith(RunningServer.class)
class HostileBodiesIT {

    private static final String SOURCE = "/tests/hostile";
    private static final Instant LONG_AGO = Instant.now().minus(Duration.ofDays(10));
    private static final String CHANNEL = "\"channel\":\"web\"";

    private final AnswerloopServer server;
    private final Api api;

    HostileBodiesIT(AnswerloopServer server) {
        this.server = server;
        this.api = Api.of(server);
    }

    @Test
    void a_body_may_come_compressed() {
        ConversationStory story = aStory("gzip");

        Api.Answer answer = api.sendCompressed(Api.LINES, "gzip", gzip(bytes(story.lines())));

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(statuses(answer)).hasSize(3).containsOnly("accepted");
        assertThat(api.conversation(SOURCE, "gzip").status()).isEqualTo(200);
    }

    @Test
    void a_body_that_is_no_gzip_or_ends_early_is_refused() {
        byte[] good = gzip(bytes(aStory("torn").lines()));
        byte[] bent = good.clone();
        bent[good.length - 6] ^= 0x55;

        for (byte[] bad : List.of(bytes("plain text"), Arrays.copyOf(good, good.length / 2), bent, new byte[0])) {
            assertThatItIsAProblem(api.sendCompressed(Api.LINES, "gzip", bad), 400, "malformed-gzip");
        }
        assertThat(api.conversation(SOURCE, "torn").status()).isEqualTo(404);
    }

    @Test
    void a_small_body_that_inflates_beyond_the_limit_is_refused() {
        byte[] bomb = gzip(new byte[200 * 1_048_576]);

        assertThat(bomb).hasSizeLessThan(1_048_576);
        assertThatItIsAProblem(api.sendCompressed(Api.LINES, "gzip", bomb), 413, "too-large");
        assertThatItIsAProblem(api.sendCompressed(Api.BATCH, "gzip", bomb), 413, "too-large");
        assertThatItIsAProblem(api.sendCompressed(Api.ONE, "gzip", bomb), 413, "too-large");
    }

    @Test
    void another_compression_is_not_taken() {
        assertThatItIsAProblem(api.sendCompressed(Api.LINES, "br", new byte[10]), 415, "unsupported-encoding");
    }

    static Stream<Arguments> hostileEvents() {
        return Stream.of(
                hostile("JSON of 100 levels", with(CHANNEL, CHANNEL + ",\"x\":" + nested(100)), "too-complex"),
                hostile("JSON of 100,000 levels", with(CHANNEL, "\"x\":" + nested(100_000)), "too-complex"),
                hostile("a number of 2,000 digits", with(CHANNEL, "\"x\":" + "9".repeat(2_000)), "too-complex"),
                hostile("a NUL in a text", with("\"web\"", "\"w\\u0000b\""), "nul-character"),
                hostile("a NUL in the source", with(SOURCE, SOURCE + "\\u0000"), "nul-character"),
                hostile("a NUL among the bytes", with("\"web\"", "\"w\0b\""), "malformed-json"),
                hostile("half a surrogate pair", with("\"web\"", "\"w\\ud83db\""), "lone-surrogate"),
                hostile("the other half in the source", with(SOURCE, SOURCE + "\\ude00"), "lone-surrogate"),
                hostile(
                        "half a pair in the subject",
                        with("\"subject\":\"hostile", "\"subject\":\"\\ud83d"),
                        "lone-surrogate"),
                hostile("a member twice", with(CHANNEL, CHANNEL + "," + CHANNEL), "malformed-json"),
                arguments("invalid UTF-8", broken(0xC3, 0x28), "malformed-json"),
                arguments("a surrogate in UTF-8", broken(0xED, 0xA0, 0x80), "lone-surrogate"),
                arguments("an overlong NUL", broken(0xC0, 0x80), "nul-character"),
                arguments("UTF-16", with("x", "x").getBytes(StandardCharsets.UTF_16LE), "malformed-json"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileEvents")
    void a_hostile_event_is_a_problem_and_costs_nobody_anything(String what, byte[] hostile, String code) {
        ConversationStory story = aStory("beside " + what);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(bytes(story.events().get(0) + "\n"));
        body.writeBytes(hostile);
        body.writeBytes(bytes("\n" + story.events().get(1)));

        Api.Answer lines = api.send(Api.LINES, body.toByteArray());

        assertThat(lines.status()).as(lines.text()).isEqualTo(202);
        assertThat(statuses(lines)).startsWith("accepted").endsWith("accepted").contains("rejected");
        assertThat(lines.body().at("/results/1/problem/code").asText()).isEqualTo(code);
        assertThat(api.send(Api.ONE, hostile).status()).isIn(202, 400, 413);
        assertThat(api.send(Api.BATCH, array(hostile)).status()).isIn(202, 400, 413);
        assertThat(server.isReady()).isTrue();
    }

    private static Arguments hostile(String what, String event, String code) {
        return arguments(what, bytes(event), code);
    }

    private static String with(String part, String instead) {
        return aStory("hostile").events().get(0).replace(part, instead);
    }

    /** An event with bytes in its channel that are no UTF-8. */
    private static byte[] broken(int... bytes) {
        String event = with("\"web\"", "\"w@b\"");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(bytes(event.substring(0, event.indexOf('@'))));
        for (int one : bytes) {
            body.write(one);
        }
        body.writeBytes(bytes(event.substring(event.indexOf('@') + 1)));
        return body.toByteArray();
    }

    private static String nested(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }

    private static byte[] array(byte[] event) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write('[');
        body.writeBytes(event);
        body.write(']');
        return body.toByteArray();
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ConversationStory aStory(String id) {
        return aConversation(SOURCE, id, LONG_AGO)
                .startsOn("web", "en")
                .visitorSays("How do I change my address?")
                .agentReplies("In your profile.");
    }

    private static void assertThatItIsAProblem(Api.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.mediaType()).startsWith("application/problem+json");
        assertThat(answer.body().path("code").asText()).isEqualTo(code);
    }

    private static List<String> statuses(Api.Answer answer) {
        return StreamSupport.stream(answer.body().path("results").spliterator(), false)
                .map(result -> result.path("status").asText())
                .toList();
    }
}
