package org.answerloop.system.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens connections by hand, from addresses of the loopback network, by which one program is many clients; and hangs up in
 * the end.
 */
final class Strangers implements AutoCloseable {

    static final String FORM = "application/x-www-form-urlencoded";

    private static final int PATIENCE_IN_MILLIS = 5_000;
    private static final int SMALLEST_BUFFER = 1_024;

    private final int port;
    private final List<Socket> sockets = new ArrayList<>();

    Strangers(int port) {
        this.port = port;
    }

    /**
     * Sends it and does not wait for the answer.
     *
     * @param from an address of the loopback network
     */
    Socket send(String from, String text) {
        return send(from, text, 0);
    }

    /** Sends it, and has room for next to nothing of the answer. */
    Socket sendAndHardlyRead(String from, String text) {
        return send(from, text, SMALLEST_BUFFER);
    }

    private Socket send(String from, String text, int buffer) {
        try {
            Socket socket = new Socket();
            if (buffer > 0) {
                socket.setReceiveBufferSize(buffer);
            }
            sockets.add(socket);
            socket.bind(new InetSocketAddress(from, 0));
            socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), PATIENCE_IN_MILLIS);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request whose body is only begun. */
    static String begun(String path, String mediaType, String headers, long length, String begin) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + mediaType + "\r\n" + headers
                + "Content-Length: " + length + "\r\n\r\n" + begin;
    }

    /** A whole request after which the connection is kept open. */
    static String kept(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    /** A whole request after which the connection ends. */
    static String whole(String method, String path, String headers, String body) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers
                + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    /** @return the status of the answer; zero where none came in time, or the connection ended without one */
    static int status(Socket socket, Duration patience) {
        String head = head(socket, patience);
        return head.startsWith("HTTP/1.") ? Integer.parseInt(head.substring(9, 12)) : 0;
    }

    /** @return the head of the answer, and what came with it; empty where nothing did */
    static String head(Socket socket, Duration patience) {
        try {
            socket.setSoTimeout(Math.toIntExact(Math.max(1, patience.toMillis())));
            byte[] buffer = new byte[8_192];
            int count = socket.getInputStream().read(buffer);
            return new String(buffer, 0, Math.max(0, count), StandardCharsets.UTF_8);
        } catch (IOException nothingCame) {
            return "";
        }
    }

    /** Asks for something from an address that nobody else uses. */
    Reply ask(String text, Duration patience) {
        long beginning = System.nanoTime();
        int status = status(send("127.0.0.250", text), patience);
        return new Reply(status, Duration.ofNanos(System.nanoTime() - beginning));
    }

    /**
     * What came back, and when.
     *
     * @param status zero where nothing came in time
     */
    record Reply(int status, Duration after) {}

    @Override
    public void close() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        sockets.clear();
    }
}
