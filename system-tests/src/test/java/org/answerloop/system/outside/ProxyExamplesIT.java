package org.answerloop.system.outside;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.server.Installation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The examples of proxies in front of the server, run by the programs that they are for. */
@ExtendWith(RunningServer.class)
class ProxyExamplesIT {

    /** In place of the 100 that both examples say. */
    private static final int CONNECTIONS_OF_ONE_CLIENT = 5;

    /** In place of the 10 seconds that both examples say. */
    private static final Duration DEADLINE_OF_THIS_TEST = Duration.ofSeconds(5);

    /** By then a proxy that refuses a connection has said so. */
    private static final Duration HELD = Duration.ofMillis(400);

    private static final List<String> INSIDE = List.of(
            "/health/ready",
            "/health;a=b/ready",
            "/%68ealth/ready",
            "/health%2Fready",
            "//health/ready",
            "/./health/ready",
            "/%2e/health/ready",
            "/reporting/../health",
            "/reporting/%2e%2e//health",
            "/metrics",
            "/./metrics",
            "/m%65trics",
            "///metrics",
            "/api/docs/",
            "/api//docs",
            "/api/v1/../docs",
            "/%61pi/./docs",
            "/api/openapi",
            "//api/%6fpenapi");

    private final AnswerloopServer server;
    private final int port = ProxyProgram.freePort();
    private final int plainPort = ProxyProgram.freePort();
    private final List<Socket> sockets = new ArrayList<>();
    private SSLContext tls;
    private ProxyProgram proxy;
    private Strangers strangers;

    @TempDir
    private Path folder;

    ProxyExamplesIT(AnswerloopServer server) {
        this.server = server;
    }

    @BeforeEach
    void prepare() {
        strangers = new Strangers(plainPort);
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        strangers.close();
        Optional.ofNullable(proxy).ifPresent(ProxyProgram::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "haproxy"})
    void the_example_serves_over_tls_and_keeps_what_is_slow_or_large_away_from_the_server(String program)
            throws Exception {
        start(program);

        assertThat(overTls("GET /reporting/login.xhtml", "", "")).contains(" 200 ");
        assertThat(Strangers.head(
                        strangers.send("127.0.0.1", Strangers.whole("GET", "/reporting/", "", "")),
                        Duration.ofSeconds(5)))
                .as("plain http leads to https")
                .contains(" 301 ")
                .contains("ocation: https://");
        for (String name : List.of("j_security_check", "%6a_security_check", "ibm_security_logout;a=b")) {
            assertThat(overTls("POST /nosuch/" + name, "Content-Type: " + Strangers.FORM + "\r\n", "j_username=a"))
                    .as(name)
                    .contains(" 404 ")
                    .doesNotContain("Content-Language");
        }
        assertThat(Strangers.head(begunOverTls("127.0.0.1", 70_000), Duration.ofSeconds(20)))
                .as("a form of 70 KB")
                .contains(" 413 ");
        assertThat(overTls("POST /reporting/preferences", "Content-Type: " + Strangers.FORM + "\r\n", "theme=dark"))
                .contains(" 303 ")
                .containsPattern("[Ll]ocation: /reporting/\r\n")
                .contains("; Secure");
        assertThat(overTls(
                        "POST /api/v1/imports?name=proxied",
                        "Content-Type: " + Api.LINES + "\r\nAuthorization: Bearer " + RunningServer.API_KEY + "\r\n",
                        "{}\n".repeat(60_000)))
                .as("a file of 180 KB")
                .contains(" 202 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "haproxy"})
    void no_redirect_leads_back_to_plain_http(String program) throws Exception {
        start(program);

        for (String path : List.of("/", "/reporting", "/reporting/", "/reporting/exports.xhtml", "/knowledge/")) {
            assertThat(overTls("GET " + path, "", ""))
                    .as(path)
                    .contains(" 302 ")
                    .containsPattern("[Ll]ocation: (https://localhost)?/(reporting|knowledge)/");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "haproxy"})
    void what_is_for_the_house_alone_is_kept_inside_however_it_is_spelled(String program) throws Exception {
        start(program);

        for (String path : INSIDE) {
            assertThat(overTls("GET " + path, "", ""))
                    .as(path)
                    .contains(" 404 ")
                    .as(path + " is answered by the proxy, not by the server")
                    .doesNotContain("<!DOCTYPE", "Error 404: ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "haproxy"})
    void the_example_ends_slow_heads_and_bounds_the_connections_of_a_client(String program) throws Exception {
        start(program);
        Socket slow = strangers.send("127.0.0.3", "GET /reporting/ HTTP/1.1\r\nHost: localhost\r\nX: ");
        boolean ended = Eventually.within(Duration.ofSeconds(15), () -> isGivenUpAfterAnotherByte(slow));
        assertThat(ended).as("a head by single bytes is given up").isTrue();

        for (int i = 0; i < CONNECTIONS_OF_ONE_CLIENT; i++) {
            assertThat(Strangers.status(begunOverTls("127.0.0.4", 150), HELD))
                    .as("answer to a form that is only begun")
                    .isZero();
        }
        assertThat(Strangers.status(begunOverTls("127.0.0.4", 0), Duration.ofSeconds(5)))
                .isEqualTo(429);
        assertThat(Strangers.status(begunOverTls("127.0.0.2", 0), Duration.ofSeconds(10)))
                .isEqualTo(303);
    }

    private static boolean isGivenUpAfterAnotherByte(Socket socket) {
        try {
            socket.getOutputStream().write('a');
            socket.setSoTimeout(200);
            socket.getInputStream().read();
            return true;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException givenUp) {
            return true;
        }
    }

    private void start(String program) throws Exception {
        Optional<Path> executable = ProxyProgram.find(program);
        assumeTrue(executable.isPresent(), program + " is not installed here, so its example is not tried");
        ProxyCertificate.writeTo(folder);
        Path configuration = program.equals("nginx") ? nginx() : haproxy();
        List<String> command = program.equals("nginx")
                ? List.of(
                        executable.get().toString(),
                        "-p",
                        folder.toString(),
                        "-c",
                        configuration.toString(),
                        "-e",
                        "stderr",
                        "-g",
                        "daemon off; pid " + folder.resolve("nginx.pid") + ";")
                : List.of(executable.get().toString(), "-db", "-f", configuration.toString());
        proxy = ProxyProgram.start(folder, port, command);
    }

    private Path nginx() throws IOException {
        return adapted(
                "nginx.conf",
                Map.of(
                        "/etc/answerloop/certificate.pem",
                                folder.resolve("certificate.pem").toString(),
                        "/etc/answerloop/key.pem", folder.resolve("key.pem").toString(),
                        "listen 80;", "listen 127.0.0.1:" + plainPort + ";",
                        "listen 443 ssl;", "listen 127.0.0.1:" + port + " ssl;",
                        "client_header_timeout 10s", "client_header_timeout " + DEADLINE_OF_THIS_TEST.toSeconds() + "s",
                        "server 127.0.0.1:9443",
                                "server 127.0.0.1:" + server.secureAddress().getPort(),
                        "limit_conn clients 100", "limit_conn clients " + CONNECTIONS_OF_ONE_CLIENT,
                        "http {",
                                "http {\n access_log off;\n proxy_bind " + RunningServer.PROXY + ";\n"
                                        + temporary("client_body") + temporary("proxy") + temporary("fastcgi")
                                        + temporary("uwsgi") + temporary("scgi")));
    }

    private String temporary(String kind) {
        return kind + "_temp_path " + folder.resolve(kind) + ";\n";
    }

    private Path haproxy() throws IOException {
        return adapted(
                "haproxy.cfg",
                Map.of(
                        "/etc/answerloop/certificate-and-key.pem",
                        folder.resolve("both.pem").toString(),
                        "bind :80\n",
                        "bind 127.0.0.1:" + plainPort + "\n",
                        "bind :443",
                        "bind 127.0.0.1:" + port,
                        "timeout http-request 10s",
                        "timeout http-request " + DEADLINE_OF_THIS_TEST.toSeconds() + "s",
                        "sc0_conn_cur gt 100",
                        "sc0_conn_cur gt " + CONNECTIONS_OF_ONE_CLIENT,
                        "127.0.0.1:9443",
                        "127.0.0.1:" + server.secureAddress().getPort() + " source " + RunningServer.PROXY));
    }

    /** The example with the names of this machine; each of them has to stand there. */
    private Path adapted(String example, Map<String, String> names) throws IOException {
        String text = Files.readString(Installation.examples().resolve(example));
        for (Map.Entry<String, String> name : names.entrySet()) {
            assertThat(text).contains(name.getKey());
            text = text.replace(name.getKey(), name.getValue());
        }
        return Files.writeString(folder.resolve(example), text);
    }

    /** Begins a form of that length, from an address of the loopback network. */
    private Socket begunOverTls(String from, int length) throws Exception {
        Socket socket = tlsSocket(from);
        String form = Strangers.begun("/reporting/preferences", Strangers.FORM, "", length, length == 0 ? "" : "theme");
        socket.getOutputStream().write(form.getBytes(US_ASCII));
        return socket;
    }

    /** @return the beginning of the answer */
    private String overTls(String request, String headers, String body) throws Exception {
        try (Socket socket = tlsSocket("127.0.0.1")) {
            String[] words = request.split(" ");
            socket.getOutputStream()
                    .write(Strangers.whole(words[0], words[1], headers, body).getBytes(US_ASCII));
            return Strangers.head(socket, Duration.ofSeconds(20));
        }
    }

    private Socket tlsSocket(String from) throws GeneralSecurityException, IOException {
        if (tls == null) {
            tls = SSLContext.getInstance("TLS");
            tls.init(null, new TrustManager[] {new Anybody()}, null);
        }
        Socket socket = tls.getSocketFactory().createSocket();
        sockets.add(socket);
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        return socket;
    }

    /** The certificate was made a moment ago. */
    private static final class Anybody implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // The proxy asks for none.
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // It is the proxy of this test.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
