package org.answerloop.connection.infrastructure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpServer;
import org.answerloop.connection.model.ApiAccess;
import org.answerloop.connection.model.Platform;
import org.answerloop.connection.model.PlatformApi;
import org.answerloop.connection.model.PlatformUnavailableException;
import org.answerloop.connection.model.UnmappableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HttpPlatformApiTest {

    private HttpServer platform;
    private int status = 200;
    private String body = "{\"id\": \"m1\"}";

    @BeforeEach
    void start() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.createContext("/base/message", exchange -> {
            boolean isAllowed =
                    "Bearer token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Location", "/base/elsewhere");
            exchange.sendResponseHeaders(isAllowed ? status : 401, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        platform.start();
    }

    @AfterEach
    void stop() {
        platform.stop(0);
    }

    @Test
    void the_platform_is_asked_with_the_token() throws UnmappableException {
        assertThat(api("token").get("/message").path("id").asText()).isEqualTo("m1");
    }

    @Test
    void a_refusal_is_for_somebody_to_mend() {
        assertThatThrownBy(() -> api("another").get("/message"))
                .isInstanceOf(UnmappableException.class)
                .hasMessageContaining("401")
                .hasMessageContaining("token");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void what_passes_is_waited_for(int passing) {
        status = passing;

        assertThatThrownBy(() -> api("token").get("/message"))
                .isInstanceOf(PlatformUnavailableException.class)
                .hasMessageContaining(Integer.toString(passing));
    }

    @Test
    void a_platform_that_is_down_is_waited_for() {
        platform.stop(0);

        assertThatThrownBy(() -> api("token").get("/message")).isInstanceOf(PlatformUnavailableException.class);
    }

    @Test
    void nobody_is_led_elsewhere() {
        status = 302;

        assertThatThrownBy(() -> api("token").get("/message"))
                .isInstanceOf(UnmappableException.class)
                .hasMessageContaining("302");
    }

    @Test
    void an_answer_that_is_no_json_is_for_somebody_to_mend() {
        body = "<html>";

        assertThatThrownBy(() -> api("token").get("/message"))
                .isInstanceOf(UnmappableException.class)
                .hasMessageContaining("no well-formed JSON");
    }

    private PlatformApi api(String token) {
        return new HttpPlatformApi()
                .of(
                        Platform.HUBSPOT,
                        new ApiAccess(
                                "http://localhost:" + platform.getAddress().getPort() + "/base", token));
    }
}
