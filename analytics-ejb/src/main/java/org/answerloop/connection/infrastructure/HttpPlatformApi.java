package org.answerloop.connection.infrastructure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.answerloop.connection.model.ApiAccess;
import org.answerloop.connection.model.Platform;
import org.answerloop.connection.model.PlatformApi;
import org.answerloop.connection.model.PlatformApis;
import org.answerloop.connection.model.PlatformUnavailableException;
import org.answerloop.connection.model.RefusedByPlatformException;
import org.answerloop.connection.model.UnmappableException;

/**
 * Asks platforms over HTTP; follows no redirects, which would carry the token elsewhere, and waits for an answer as a whole
 * only so long.
 */
@ApplicationScoped
class HttpPlatformApi implements PlatformApis {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Override
    public PlatformApi of(Platform platform, ApiAccess access) {
        return path -> get(access, platform.authorization(access.token()), path);
    }

    private JsonNode get(ApiAccess access, Map.Entry<String, String> authorization, String path)
            throws UnmappableException {
        BoundedAnswer answer = new BoundedAnswer();
        int status = send(
                        HttpRequest.newBuilder(URI.create(access.base() + path))
                                .timeout(PATIENCE)
                                .header(authorization.getKey(), authorization.getValue())
                                .header("Accept", "application/json")
                                .build(),
                        answer)
                .statusCode();
        if (status == TOO_MANY_REQUESTS || status >= SERVER_ERROR) {
            throw new PlatformUnavailableException("The platform answered with status " + status + ".", null);
        }
        if (status != OK) {
            throw new RefusedByPlatformException(status);
        }
        return parse(answer.bytes());
    }

    private HttpResponse<Void> send(HttpRequest request, BoundedAnswer answer) {
        CompletableFuture<HttpResponse<Void>> response = http.sendAsync(request, answer.handler());
        try {
            return response.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            response.cancel(true);
            throw new PlatformUnavailableException("The platform's API does not answer.", e);
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            throw new PlatformUnavailableException("The platform's API was not waited for.", e);
        }
    }

    private static JsonNode parse(byte[] body) throws UnmappableException {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UnmappableException("The platform's API answered with no well-formed JSON.");
        } catch (IOException e) {
            throw new PlatformUnavailableException("The platform's answer ended early.", e);
        }
    }
}
