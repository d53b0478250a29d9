package org.answerloop.system.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.answerloop.system.server.AnswerloopServer;

/** Somebody who opens pages and keeps cookies, without a screen. */
final class Browsing {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AnswerloopServer server;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private Browsing(AnswerloopServer server) {
        this.server = server;
    }

    static Browsing on(AnswerloopServer server) {
        return new Browsing(server);
    }

    /** @return whether the reports open afterwards */
    boolean signsIn(String name, String password) {
        HttpResponse<String> answer = sendSignIn(name, password);
        return answer.statusCode() == 200 && !isSignIn(answer.uri());
    }

    private HttpResponse<String> sendSignIn(String name, String password) {
        open("/reporting/index.xhtml");
        String form = "user=" + encoded(name) + "&password=" + encoded(password);
        return send(HttpRequest.newBuilder(server.address("/reporting/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** @return the page, whatever it is */
    HttpResponse<String> open(String path) {
        return send(HttpRequest.newBuilder(server.address(path)));
    }

    static boolean isSignIn(URI address) {
        return address.getPath().endsWith("/login.xhtml");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
