package org.answerloop.system.outside;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.answerloop.connection.model.Platform;
import org.answerloop.connection.model.WebhookRequest;

/** What a platform sends to the address of a connection, signed as that platform signs. */
final class Delivery {

    private Delivery() {}

    /** @return the status of the answer */
    static int send(URI address, Platform platform, String id, String secret, String body)
            throws IOException, InterruptedException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20)).POST(BodyPublishers.ofByteArray(bytes));
        WebhookRequest unsigned = new WebhookRequest(address.toString().replace("http:", "https:"), Map.of(), bytes);
        platform.scheme().sign(unsigned, id, secret, Instant.now()).forEach(request::header);
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }
}
