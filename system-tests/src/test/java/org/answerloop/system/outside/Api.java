package org.answerloop.system.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;

/** A program that calls the API over HTTP with a key, or without one. */
final class Api {

    static final String ONE = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";
    static final String LINES = "application/x-ndjson";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final AnswerloopServer server;
    private final String key;

    private Api(AnswerloopServer server, String key) {
        this.server = server;
        this.key = key;
    }

    static Api of(AnswerloopServer server) {
        return new Api(server, RunningServer.API_KEY);
    }

    Api withKey(String other) {
        return new Api(server, other);
    }

    Api withoutKey() {
        return new Api(server, null);
    }

    Answer send(String mediaType, String body) {
        return call(request("/api/v1/events")
                .header("Content-Type", mediaType)
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    /** Sends bytes that may be no text at all. */
    Answer send(String mediaType, byte[] body) {
        return call(request("/api/v1/events").header("Content-Type", mediaType).POST(BodyPublishers.ofByteArray(body)));
    }

    /** @param encoding what the body is said to be compressed with */
    Answer sendCompressed(String mediaType, String encoding, byte[] body) {
        return sendCompressed("/api/v1/events", mediaType, encoding, body);
    }

    /** @param encoding what the body is said to be compressed with */
    Answer sendCompressed(String path, String mediaType, String encoding, byte[] body) {
        return call(request(path)
                .header("Content-Type", mediaType)
                .header("Content-Encoding", encoding)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    /** Sends what must be taken as a whole. */
    void tell(List<String> events) {
        Answer answer = send(LINES, String.join("\n", events));
        for (JsonNode result : answer.body().path("results")) {
            if (!result.path("status").asText().equals("accepted")) {
                throw new IllegalStateException("Not accepted: " + answer);
            }
        }
        if (answer.status() != 202) {
            throw new IllegalStateException("Not accepted: " + answer);
        }
    }

    Answer conversation(String source, String id) {
        return get("/api/v1/conversations/" + encoded(source) + "/" + encoded(id));
    }

    /** The conversation once it has its verdict. */
    JsonNode settledConversation(String source, String id) {
        boolean settled = Eventually.within(
                Duration.ofMinutes(2),
                () -> conversation(source, id).body().path("verdict").isObject());
        if (!settled) {
            throw new IllegalStateException("No verdict came: " + conversation(source, id));
        }
        return conversation(source, id).body();
    }

    Answer get(String path) {
        return call(request(path).GET());
    }

    /** @param mediaType null where there is no body */
    Answer post(String path, String mediaType, byte[] body) {
        HttpRequest.Builder request = request(path).POST(BodyPublishers.ofByteArray(body));
        return call(mediaType == null ? request : request.header("Content-Type", mediaType));
    }

    Answer delete(String path) {
        return call(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.address(path)).timeout(PATIENCE);
        return key == null ? request : request.header("Authorization", "Bearer " + key);
    }

    private Answer call(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            String mediaType = response.headers().firstValue("Content-Type").orElse("");
            long retryAfter = response.headers().firstValueAsLong("Retry-After").orElse(0);
            return new Answer(
                    response.statusCode(), mediaType, retryAfter, response.body(), parsed(mediaType, response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parsed(String mediaType, String body) throws IOException {
        return mediaType.contains("json") ? JSON.readTree(body) : JSON.missingNode();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * What came back.
     *
     * @param retryAfter in seconds; zero where nothing is said
     * @param body missing where it is no JSON
     */
    record Answer(int status, String mediaType, long retryAfter, String text, JsonNode body) {}
}
