package org.answerloop.connection.infrastructure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import org.answerloop.connection.model.ApiAccess;
import org.answerloop.connection.model.ApiPath;
import org.answerloop.connection.model.Platform;
import org.answerloop.connection.model.PlatformUnavailableException;
import org.answerloop.connection.model.ReachableHosts;
import org.answerloop.connection.model.UnmappableException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
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
    private volatile String host;
    private final AtomicInteger asked = new AtomicInteger();
    private HttpPlatformApi apis =
            new HttpPlatformApi(new ReachableHosts(Set.of("localhost")), SystemDefaultDnsResolver.INSTANCE);

    @BeforeEach
    void start() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.createContext("/base/message", exchange -> {
            asked.incrementAndGet();
            host = exchange.getRequestHeaders().getFirst("Host");
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
        apis.close();
        platform.stop(0);
    }

    @Test
    void the_platform_is_asked_with_the_token() throws UnmappableException {
        assertThat(ask("token").path("id").asText()).isEqualTo("m1");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 403, 404})
    void a_refusal_is_for_somebody_to_mend_and_an_answer_leads_nowhere_else(int refusal) {
        status = refusal;

        assertThatThrownBy(() -> ask("token"))
                .isInstanceOf(UnmappableException.class)
                .hasMessage(PlatformUnavailableException.SENTENCE);
        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void what_passes_is_waited_for(int passing) {
        status = passing;

        assertThatThrownBy(() -> ask("token"))
                .isInstanceOf(PlatformUnavailableException.class)
                .hasMessage(PlatformUnavailableException.SENTENCE);
    }

    @Test
    void a_platform_that_is_down_is_waited_for() {
        platform.stop(0);

        assertThatThrownBy(() -> ask("token"))
                .isInstanceOf(PlatformUnavailableException.class)
                .hasMessage(PlatformUnavailableException.SENTENCE);
    }

    @Test
    void an_answer_that_is_no_json_is_for_somebody_to_mend() {
        body = "<html>";

        assertThatThrownBy(() -> ask("token"))
                .isInstanceOf(UnmappableException.class)
                .hasMessage(PlatformUnavailableException.SENTENCE);
    }

    @Test
    void an_answer_without_an_end_is_not_kept() {
        body = "\"" + "x".repeat(17 * 1_048_576) + "\"";

        assertThatThrownBy(() -> ask("token")).isInstanceOf(PlatformUnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "platform.example"})
    void a_host_on_this_machine_is_not_asked_unless_it_is_named(String host) {
        open(Set.of("localhost:" + (port() + 1)), "127.0.0.1");

        assertThat(apis.isOpen(new ApiAccess(base(host), "token"))).isFalse();
        assertThatThrownBy(() -> ask(host, "token"))
                .isInstanceOf(PlatformUnavailableException.class)
                .hasMessage(PlatformUnavailableException.SENTENCE);
        assertThat(asked).hasValue(0);
    }

    @Test
    void a_host_is_named_with_its_port_or_with_all_its_ports() throws UnmappableException {
        open(Set.of("platform.example:" + port()), "127.0.0.1");

        assertThat(apis.isOpen(new ApiAccess(base("platform.example"), "token")))
                .isTrue();
        assertThat(ask("platform.example", "token").path("id").asText()).isEqualTo("m1");
    }

    @Test
    void one_address_that_is_not_public_closes_a_host() {
        open(Set.of(), "8.8.8.8", "10.0.0.7");

        assertThat(apis.isOpen(new ApiAccess(base("platform.example"), "token")))
                .isFalse();
    }

    /** The name leads to a public address while it is looked at, and to this machine when the connection is made. */
    @Test
    void a_name_that_leads_elsewhere_the_next_time_gains_nothing() {
        AtomicInteger times = new AtomicInteger();
        apis = new HttpPlatformApi(
                new ReachableHosts(Set.of()),
                new Names(() -> times.getAndIncrement() == 0 ? List.of("8.8.8.8") : List.of("127.0.0.1")));

        assertThatThrownBy(() -> ask("platform.example", "token")).isInstanceOf(PlatformUnavailableException.class);

        assertThat(times).hasValue(2);
        assertThat(asked).hasValue(0);
    }

    @Test
    void a_connection_goes_to_the_address_that_was_looked_at_and_the_host_is_called_by_its_name() throws Exception {
        open(Set.of("platform.example"), "127.0.0.1");

        ask("platform.example", "token");

        assertThat(host).isEqualTo("platform.example:" + port());
    }

    private void open(Set<String> named, String... addresses) {
        apis.close();
        apis = new HttpPlatformApi(new ReachableHosts(named), new Names(() -> List.of(addresses)));
    }

    private JsonNode ask(String token) throws UnmappableException {
        return ask("localhost", token);
    }

    private JsonNode ask(String host, String token) throws UnmappableException {
        return apis.of(Platform.HUBSPOT, new ApiAccess(base(host), token)).get(ApiPath.of("/message"));
    }

    private String base(String host) {
        return "http://" + host + ":" + port() + "/base";
    }

    private int port() {
        return platform.getAddress().getPort();
    }

    /** Knows every name. */
    private record Names(Supplier<List<String>> addresses) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            List<InetAddress> all = new ArrayList<>();
            for (String address : addresses.get()) {
                all.add(InetAddress.getByName(address));
            }
            return all.toArray(InetAddress[]::new);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
