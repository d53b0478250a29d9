package org.answerloop.system.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.answerloop.system.server.AnswerloopServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What no agent of good make sends over the Model Context Protocol: it is answered by an error of JSON-RPC, and tells nothing. */
@ExtendWith(RunningServer.class)
class McpMalformedIT {

    private static final int PARSE_ERROR = -32700;
    private static final int INVALID_REQUEST = -32600;
    private static final int NO_SUCH_METHOD = -32601;
    private static final int INVALID_PARAMS = -32602;
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    private static final JsonMapper JSON = new JsonMapper();

    private final AnswerloopServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    McpMalformedIT(AnswerloopServer server) {
        this.server = server;
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                arguments("no JSON", "hello", 400, PARSE_ERROR),
                arguments("nothing", "", 400, INVALID_REQUEST),
                arguments("half a call", PING.substring(0, 20), 400, PARSE_ERROR),
                arguments("something behind the call", PING + " x", 400, PARSE_ERROR),
                arguments("a member twice", PING.replace("\"id\":1", "\"id\":1,\"id\":2"), 400, PARSE_ERROR),
                arguments("5,000 levels", PING.replace("1", "[".repeat(5_000) + "]".repeat(5_000)), 400, PARSE_ERROR),
                arguments("an empty batch", "[]", 400, INVALID_REQUEST),
                arguments("a batch", "[" + PING + "," + PING + "]", 400, INVALID_REQUEST),
                arguments("a number", "5", 400, INVALID_REQUEST),
                arguments("null", "null", 400, INVALID_REQUEST),
                arguments("no version", "{\"id\":1,\"method\":\"ping\"}", 400, INVALID_REQUEST),
                arguments("another version", PING.replace("2.0", "1.0"), 400, INVALID_REQUEST),
                arguments("a version that is a number", PING.replace("\"2.0\"", "2.0"), 400, INVALID_REQUEST),
                arguments("no method", "{\"jsonrpc\":\"2.0\",\"id\":1}", 400, INVALID_REQUEST),
                arguments("a method that is a number", PING.replace("\"ping\"", "5"), 400, INVALID_REQUEST),
                arguments("an answer", "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}", 400, INVALID_REQUEST),
                arguments("an id that is null", PING.replace(":1", ":null"), 400, INVALID_REQUEST),
                arguments("an id that is an object", PING.replace(":1", ":{}"), 400, INVALID_REQUEST),
                arguments("an id with a fraction", PING.replace(":1", ":1.5"), 400, INVALID_REQUEST),
                arguments("an id of 40 digits", PING.replace(":1", ":" + "9".repeat(40)), 400, INVALID_REQUEST),
                arguments("an unknown method", PING.replace("ping", "tools/none"), 200, NO_SUCH_METHOD),
                arguments("parameters that are a list", call("ping", "[1]"), 200, INVALID_PARAMS),
                arguments("parameters that are text", call("tools/list", "\"x\""), 200, INVALID_PARAMS),
                arguments("a cursor that is a number", call("tools/list", "{\"cursor\":5}"), 200, INVALID_PARAMS),
                arguments("an empty beginning", call("initialize", "{}"), 200, INVALID_PARAMS),
                arguments(
                        "a beginning of wrong types",
                        call("initialize", "{\"protocolVersion\":5,\"capabilities\":[],\"clientInfo\":\"x\"}"),
                        200,
                        INVALID_PARAMS),
                arguments(
                        "a beginning of wrong types deeper down",
                        call(
                                "initialize",
                                "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{\"roots\":[7]},\"clientInfo\":{\"name\":\"a\",\"version\":\"1\"}}"),
                        200,
                        -32603),
                arguments("no parameters", PING.replace("ping", "tools/call"), 200, INVALID_PARAMS),
                arguments("no tool", call("tools/call", "{}"), 200, INVALID_PARAMS),
                arguments("a tool that is a number", call("tools/call", "{\"name\":5}"), 200, INVALID_PARAMS),
                arguments("an unknown tool", call("tools/call", "{\"name\":\"nope\"}"), 200, INVALID_PARAMS),
                arguments("arguments that are text", tool("\"x\""), 200, INVALID_PARAMS),
                arguments("arguments that are a list", tool("[1]"), 200, INVALID_PARAMS),
                arguments(
                        "a huge call", call("ping", "{\"x\":\"" + "a".repeat(200_000) + "\"}"), 413, INVALID_REQUEST));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void a_malformed_call_is_answered_by_an_error_of_json_rpc(String what, String body, int status, int code)
            throws IOException {
        assertThatItIsAnError(send(bytes(body), Map.of()), status, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "{\"question\":{\"a\":1}}",
                "{\"question\":\"x\",\"limit\":1e99}",
                "{\"question\":\"a\\ud83d\"}"
            })
    void arguments_that_a_tool_cannot_use_are_refused_by_the_tool(String arguments) throws IOException {
        HttpResponse<String> answer = send(bytes(tool(arguments)), Map.of());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).at("/result/isError").asBoolean())
                .as(answer.body())
                .isTrue();
    }

    @Test
    void what_is_not_written_in_utf_8_is_no_call() throws IOException {
        byte[] broken = bytes(PING.replace("ping", "p@ng"));
        broken[PING.indexOf("ping") + 1] = (byte) 0xC3;

        assertThatItIsAnError(send(broken, Map.of()), 400, PARSE_ERROR);
        assertThatItIsAnError(send(PING.getBytes(StandardCharsets.UTF_16LE), Map.of()), 400, PARSE_ERROR);
    }

    static Stream<Arguments> headers() {
        return Stream.of(
                arguments(Map.of("Content-Type", "text/plain"), 415),
                arguments(Map.of("Content-Type", "application/x-www-form-urlencoded"), 415),
                arguments(Map.of("Content-Type", "multipart/form-data; boundary=x"), 415),
                arguments(Map.of("Content-Encoding", "gzip"), 415),
                arguments(Map.of("Accept", "text/html"), 406),
                arguments(Map.of("MCP-Protocol-Version", "1999-01-01"), 400));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("headers")
    void headers_that_the_protocol_does_not_have_are_refused(Map<String, String> headers, int status)
            throws IOException {
        assertThatItIsAnError(send(bytes(PING), headers), status, INVALID_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "*/*", "application/json, text/event-stream"})
    void whoever_takes_json_is_answered_whatever_session_is_named(String accept) throws IOException {
        HttpResponse<String> answer = send(bytes(PING), Map.of("Accept", accept, "Mcp-Session-Id", "nonsense"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).path("result").isObject()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void another_method_is_told_which_one_there_is(String method) {
        HttpResponse<String> answer =
                send(request().header("Content-Type", "application/json").method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    /** Well-formed calls of which a part is exchanged for something else, by chance that can be had again. */
    @Test
    void three_hundred_calls_bent_by_chance_are_all_answered() throws IOException {
        long seed = 20260511;
        Random chance = new Random(seed);
        List<String> calls = List.of(
                PING,
                tool("{\"question\":\"Why?\",\"limit\":3}"),
                call("tools/list", "{\"cursor\":\"a\"}"),
                call(
                        "initialize",
                        "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{\"roots\":{\"listChanged\":true}},\"clientInfo\":{\"name\":\"a\",\"version\":\"1\"}}"));
        List<String> instead =
                List.of("null", "[]", "{}", "\"\"", "-1", "1e400", "true", "\"\\u0000\"", "[[[", "\u2028");
        for (int i = 0; i < 300; i++) {
            String call = calls.get(chance.nextInt(calls.size()));
            String[] parts = call.split("(?<=[:,{])");
            parts[chance.nextInt(parts.length)] =
                    instead.get(chance.nextInt(instead.size())) + (chance.nextBoolean() ? "," : "}");
            String bent = String.join("", parts);

            HttpResponse<String> answer = send(bytes(bent), Map.of());

            assertThat(answer.statusCode())
                    .as("seed %d, call %d: %s", seed, i, bent)
                    .isIn(200, 202, 400);
            assertThat(answer.body()).as(bent).doesNotContain("stackTrace", "Exception", "io.modelcontextprotocol");
            if (answer.statusCode() != 202) {
                JsonNode told = JSON.readTree(answer.body());
                assertThat(told.path("jsonrpc").asText())
                        .as(bent + " -> " + answer.body())
                        .isEqualTo("2.0");
            }
        }
    }

    private static void assertThatItIsAnError(HttpResponse<String> answer, int status, int code) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        JsonNode told = JSON.readTree(answer.body());
        assertThat(told.path("jsonrpc").asText()).isEqualTo("2.0");
        assertThat(told.has("id")).isTrue();
        assertThat(told.at("/error/code").asInt()).as(answer.body()).isEqualTo(code);
        assertThat(told.at("/error/message").asText()).isNotBlank();
        assertThat(answer.body()).doesNotContain("stackTrace", "Exception", "io.modelcontextprotocol");
    }

    private static String call(String method, String parameters) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + parameters + "}";
    }

    private static String tool(String arguments) {
        return call("tools/call", "{\"name\":\"search_short_answers\",\"arguments\":" + arguments + "}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(server.address("/api/mcp"))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + RunningServer.API_KEY);
    }

    /** @param headers instead of those that are usual */
    private HttpResponse<String> send(byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = request()
                .setHeader("Content-Type", "application/json")
                .setHeader("Accept", "application/json, text/event-stream")
                .POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
