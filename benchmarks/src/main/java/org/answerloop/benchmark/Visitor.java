package org.answerloop.benchmark;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A manager who is signed in and reads pages, or a program with a key that reads the API; one thing after the other. */
final class Visitor {

    private static final double NANOS_OF_A_MILLI = 1e6;

    private final HttpClient http;
    private final Server server;

    private Visitor(HttpClient http, Server server) {
        this.http = http;
        this.server = server;
    }

    /** A program with a key. */
    static Visitor withKey(Server server) {
        return new Visitor(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), server);
    }

    static Visitor signedIn(Server server) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        Visitor visitor = new Visitor(http, server);
        visitor.get("/reporting/index.xhtml");
        visitor.post("/reporting/sign-in", "user=" + Server.MANAGER + "&password=" + Server.MANAGER);
        return visitor;
    }

    /** Sends a form, as the pages do, and goes where its answer leads. */
    void post(String path, String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", server.address("").toString())
                .POST(BodyPublishers.ofString(form))
                .build();
        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IllegalStateException(path + " answers " + status);
        }
    }

    /** @throws IllegalStateException where the answer is none */
    String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(server.address(path))
                        .timeout(Duration.ofMinutes(5))
                        .header("Authorization", "Bearer " + Server.API_KEY)
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " answers " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    /** How long the answer takes until its last byte, after some that warm up. */
    Latencies time(String path, int warmUp, int count) throws IOException, InterruptedException {
        for (int i = 0; i < warmUp; i++) {
            get(path);
        }
        double[] millis = new double[count];
        for (int i = 0; i < count; i++) {
            long begun = System.nanoTime();
            get(path);
            millis[i] = (System.nanoTime() - begun) / NANOS_OF_A_MILLI;
        }
        return new Latencies(millis, 0, 0);
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
