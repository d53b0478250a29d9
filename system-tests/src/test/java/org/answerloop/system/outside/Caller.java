package org.answerloop.system.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.answerloop.system.server.AnswerloopServer;

/**
 * Somebody at one of the addresses of this machine, whose requests are written by hand: with the cookies that they want to
 * show, copied or not, and with nothing that a client would add or follow, by HTTP/1.0, which knows no chunks.
 */
final class Caller {

    private static final int PATIENCE = 60_000;

    private final URI server;
    private final String address;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    private Caller(URI server, String address) {
        this.server = server;
        this.address = address;
    }

    /** @param address on the loopback, such as {@code 127.0.0.66} */
    static Caller at(String address, AnswerloopServer server) {
        return new Caller(server.address(), address);
    }

    static Caller overTls(String address, AnswerloopServer server) {
        return new Caller(server.secureAddress(), address);
    }

    /** Another one, with the same cookies as this one has now, who calls that server. */
    Caller copiedTo(AnswerloopServer other) {
        return copied(other.address());
    }

    /** Another one, with the same cookies. */
    Caller copied() {
        return copied(server);
    }

    Caller copiedOverTls(AnswerloopServer other) {
        return copied(other.secureAddress());
    }

    /** Shows a cookie by another name. */
    Caller renamed(String cookie, String other) {
        cookies.put(other, cookies.remove(cookie));
        return this;
    }

    private Caller copied(URI other) {
        Caller copy = new Caller(other, address);
        copy.cookies.putAll(cookies);
        return copy;
    }

    Caller without(String cookie) {
        cookies.remove(cookie);
        return this;
    }

    /** What it shows, as the header has it. */
    String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    Answer signIn(String name, String password) {
        return signIn(name, password, "");
    }

    Answer signIn(String name, String password, String further) {
        return post("/reporting/sign-in", "user=" + encoded(name) + "&password=" + encoded(password) + further);
    }

    Answer post(String path, String form) {
        return call("POST", path, Map.of("Content-Type", "application/x-www-form-urlencoded"), form);
    }

    Answer get(String path) {
        return call("GET", path, Map.of(), "");
    }

    Answer call(String method, String path, Map<String, String> headers, String body) {
        try (Socket plain = new Socket(
                        InetAddress.getByName("127.0.0.1"), server.getPort(), InetAddress.getByName(address), 0);
                Socket socket = server.getScheme().equals("https") ? Tls.over(plain) : plain) {
            plain.setSoTimeout(PATIENCE);
            Map<String, String> all = new LinkedHashMap<>();
            all.put("Host", server.getAuthority());
            all.put("Connection", "close");
            all.put("Content-Length", String.valueOf(body.getBytes(StandardCharsets.UTF_8).length));
            if (!cookies.isEmpty()) {
                all.put("Cookie", cookies());
            }
            all.putAll(headers);
            String request = method + " " + path + " HTTP/1.0\r\n"
                    + all.entrySet().stream()
                            .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                            .collect(Collectors.joining())
                    + "\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            Answer answer = Answer.parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            keep(answer.headers("Set-Cookie"));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(List<String> setCookies) {
        for (String cookie : setCookies) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            String value = pair[1].replace("\"", "");
            if (value.isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], value);
            }
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * What came back.
     *
     * @param lines of the headers
     * @param body as it was sent, which may be in chunks
     */
    record Answer(int status, List<String> lines, String body) {

        private static Answer parse(String text) {
            String[] parts = text.split("\r\n\r\n", 2);
            List<String> lines = new ArrayList<>(List.of(parts[0].split("\r\n")));
            int status = Integer.parseInt(lines.remove(0).split(" ")[1]);
            return new Answer(status, lines, parts.length > 1 ? parts[1] : "");
        }

        List<String> headers(String name) {
            return lines.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .toList();
        }

        Optional<String> header(String name) {
            return headers(name).stream().findFirst();
        }

        /** Where it leads to; empty where it does not. */
        String location() {
            return header("Location").orElse("");
        }

        /** Whether it leads to the sign-in page. */
        boolean isSignIn() {
            return location().contains("/login.xhtml");
        }

        /** Whether the person is signed in from now on. */
        boolean isLetIn() {
            return headers("Set-Cookie").stream()
                    .anyMatch(cookie -> cookie.matches("(__Host-)?AnswerloopSignIn=[^;]+;.*"));
        }
    }
}
