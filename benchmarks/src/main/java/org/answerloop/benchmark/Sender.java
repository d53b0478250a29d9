package org.answerloop.benchmark;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that sends events over HTTP, and sends again when the server asks it to come back later. */
final class Sender {

    private static final String LINES = "application/x-ndjson";
    private static final String ONE = "application/cloudevents+json";
    private static final int ACCEPTED = 202;
    private static final int ATTEMPTS = 60;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Server server;

    Sender(Server server) {
        this.server = server;
    }

    void send(List<String> events) throws IOException, InterruptedException {
        String body = String.join("\n", events);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            HttpResponse<String> response = post(LINES, body);
            if (response.statusCode() == ACCEPTED) {
                if (response.body().contains("\"rejected\"")) {
                    throw new IllegalStateException("An event of the feed was rejected: " + problem(response.body()));
                }
                return;
            }
            String seconds = response.headers()
                    .firstValue("Retry-After")
                    .orElseThrow(() -> new IllegalStateException("Refused: " + response.body()));
            TimeUnit.SECONDS.sleep(Long.parseLong(seconds));
        }
        throw new IllegalStateException("The server did not take the events, " + ATTEMPTS + " times");
    }

    private static String problem(String results) {
        int problem = results.indexOf("\"problem\"");
        return results.substring(problem, results.indexOf('}', problem));
    }

    /** @return whether it was taken at once */
    boolean sendOne(String event) throws IOException, InterruptedException {
        return post(ONE, event).statusCode() == ACCEPTED;
    }

    private HttpResponse<String> post(String mediaType, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.address("/api/v1/events"))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + Server.API_KEY)
                .header("Content-Type", mediaType)
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
