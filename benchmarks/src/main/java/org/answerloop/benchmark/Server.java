package org.answerloop.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged server with the packaged EAR, in a process and a folder of its own. */
final class Server implements AutoCloseable {

    static final String API_KEY = "al_key_of_the_benchmarks_only";

    /** Of the users of the development mode; the password is the name. */
    static final String MANAGER = "maya";

    private static final Path RUNTIME = Path.of("ear/target/liberty/wlp").toAbsolutePath();
    private static final Path USER_FOLDER =
            Path.of("benchmarks/target/liberty/usr").toAbsolutePath();
    /** What the server says of an application that did not start. */
    private static final String FAILED = "CWWKZ0002E";

    private static final int SECONDS_TO_START = 300;
    private static final int SECONDS_TO_STOP = 40;
    private static final double MIB = 1024.0 * 1024.0;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final int port;

    private Server(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it and waits until it is ready. */
    static Server start(Map<String, String> settings) throws IOException, InterruptedException {
        int port = freePort();
        Map<String, String> environment = new TreeMap<>(settings);
        // In production nothing is taken over plain http.
        environment.putIfAbsent("ANSWERLOOP_MODE", "development");
        environment.put("ANSWERLOOP_HTTP_HOST", "127.0.0.1");
        environment.put("ANSWERLOOP_HTTP_PORT", String.valueOf(port));
        environment.put("ANSWERLOOP_HTTPS_PORT", String.valueOf(freePort()));
        environment.put("ANSWERLOOP_BOOTSTRAP_API_KEY", API_KEY);
        environment.put("keystore_password", "only-for-this-benchmark");
        environment.put("ltpa_keys_password", "only-for-this-benchmark");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("WLP_USER_DIR", USER_FOLDER.toString());
        Path folder = install();
        ProcessBuilder command =
                new ProcessBuilder(RUNTIME.resolve("bin/server").toString(), "run", "benchmark");
        command.environment().keySet().removeIf(name -> name.startsWith("ANSWERLOOP_"));
        command.environment().putAll(environment);
        command.redirectErrorStream(true)
                .redirectOutput(folder.resolve("console.log").toFile());
        Server server = new Server(command.start(), port);
        server.awaitReadiness(folder);
        return server;
    }

    URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    /** Live memory after a full collection, in MiB. */
    double liveHeap() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        new ProcessBuilder(jcmd.toString(), String.valueOf(process.pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return get("/metrics?scope=base")
                        .lines()
                        .filter(line -> line.startsWith("memory_usedHeap_bytes"))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                        .findFirst()
                        .orElseThrow()
                / MIB;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReadiness(Path folder) throws IOException, InterruptedException {
        for (int second = 0; second < SECONDS_TO_START && process.isAlive(); second++) {
            if (isReady()) {
                return;
            }
            if (Files.readString(folder.resolve("console.log"), StandardCharsets.ISO_8859_1)
                    .contains(FAILED)) {
                break;
            }
            TimeUnit.SECONDS.sleep(1);
        }
        close();
        throw new IllegalStateException("The server did not become ready; see " + folder.resolve("console.log"));
    }

    private boolean isReady() throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address("/health/ready")).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString())
                .body();
    }

    private static Path install() {
        try {
            Path folder = USER_FOLDER.resolve("servers/benchmark");
            delete(folder);
            copy(Path.of("server-config/server"), folder);
            copy(RUNTIME.resolve("usr/servers/answerloop/jdbc"), folder.resolve("jdbc"));
            copy(RUNTIME.resolve("usr/servers/answerloop/guard"), folder.resolve("guard"));
            Files.createDirectories(folder.resolve("apps"));
            Files.copy(Path.of("ear/target/answerloop.ear"), folder.resolve("apps/answerloop.ear"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(file);
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
