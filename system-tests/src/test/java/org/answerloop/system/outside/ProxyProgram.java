package org.answerloop.system.outside;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.answerloop.system.server.Eventually;

/** A proxy of the system's packages in front of a server, as long as it is open. */
final class ProxyProgram implements AutoCloseable {

    private final Process process;
    private final int port;
    private final Path log;

    private ProxyProgram(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Where the program is; nothing where this system does not have it. */
    static Optional<Path> find(String program) {
        return Stream.concat(Stream.of(System.getenv("PATH").split(File.pathSeparator)), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param port that it serves when it is ready */
    static ProxyProgram start(Path folder, int port, List<String> command) throws IOException {
        Path log = folder.resolve("proxy.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        ProxyProgram proxy = new ProxyProgram(process, port, log);
        if (!Eventually.within(Duration.ofSeconds(20), () -> !process.isAlive() || proxy.isServing())
                || !process.isAlive()) {
            proxy.close();
            throw new IllegalStateException("The proxy does not serve: " + Files.readString(log));
        }
        return proxy;
    }

    private boolean isServing() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
