package org.answerloop.connection.infrastructure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.answerloop.connection.model.ApiAccess;
import org.answerloop.connection.model.PlatformApi;
import org.answerloop.connection.model.PlatformApis;
import org.answerloop.connection.model.PlatformUnavailableException;
import org.answerloop.connection.model.UnmappableException;

/** Asks platforms over HTTP; follows no redirects, which would carry the token elsewhere. */
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
    public PlatformApi of(ApiAccess access) {
        return path -> get(access, path);
    }

    private JsonNode get(ApiAccess access, String path) throws UnmappableException {
        HttpResponse<byte[]> response = send(HttpRequest.newBuilder(URI.create(access.base() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + access.token())
                .header("Accept", "application/json")
                .build());
        int status = response.statusCode();
        if (status == TOO_MANY_REQUESTS || status >= SERVER_ERROR) {
            throw new PlatformUnavailableException("The platform answered with status " + status + ".", null);
        }
        if (status != OK) {
            throw new UnmappableException("The platform's API refused to say more, with status " + status
                    + "; check the address of its API and the token.");
        }
        return parse(response.body());
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new PlatformUnavailableException("The platform's API does not answer.", e);
        } catch (InterruptedException e) {
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
