package org.answerloop.system.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The EAR on a server of its own, in a process of its own, as IT runs it. */
public final class AnswerloopServer implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(40);

    private final ServerFolder folder;
    private final Process process;

    private AnswerloopServer(ServerFolder folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** Launches the server and does not wait for it. */
    public static AnswerloopServer launch(ServerFolder folder) {
        folder.install(Installation.ear());
        ProcessBuilder command =
                new ProcessBuilder(Installation.runtime().resolve("bin/server").toString(), "run", folder.name());
        command.environment().keySet().removeIf(name -> name.startsWith("ANSWERLOOP_"));
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("WLP_USER_DIR", folder.userFolder().toString());
        command.redirectErrorStream(true)
                .redirectOutput(folder.path().resolve("console.log").toFile());
        try {
            return new AnswerloopServer(folder, command.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Launches the server and waits until it says that it is ready. */
    public static AnswerloopServer start(ServerFolder folder) {
        return launch(folder).awaited();
    }

    /** Itself, when it says that it is ready. */
    public AnswerloopServer awaited() {
        boolean ended = Eventually.within(START, () -> !process.isAlive() || isReady());
        if (!ended || !process.isAlive()) {
            close();
            throw new IllegalStateException("The server did not become ready; its log ends:\n" + endOfLog());
        }
        return this;
    }

    public URI address() {
        return URI.create("http://localhost:" + folder.httpPort());
    }

    public URI secureAddress() {
        return URI.create("https://localhost:" + folder.environment().get("ANSWERLOOP_HTTPS_PORT"));
    }

    public URI address(String path) {
        return address().resolve(path);
    }

    public boolean isReady() {
        return isUp("/health/ready");
    }

    /** Whether there is no need to start it anew. */
    public boolean isLive() {
        return isUp("/health/live");
    }

    private boolean isUp(String check) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address(check))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** What its folder holds beside its logs and its database, which others write to meanwhile. */
    public long bytesOnDisk() {
        return folder.bytes(file -> !file.contains("/logs/") && !file.contains("answerloop.mv.db"));
    }

    public String log() {
        return read(folder.path().resolve("logs/messages.log"));
    }

    public String console() {
        return read(folder.path().resolve("console.log"));
    }

    /** Ends it without a warning, as {@code kill -9} does. */
    public void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets it hang in the middle of whatever it does, with its connections open, as an overloaded machine does. */
    public void suspend() {
        signal("-STOP");
    }

    /** Lets it go on after {@link #suspend}. */
    public void goOn() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How the process ended, once it has. */
    public int endedWithin(Duration time) {
        try {
            if (!process.waitFor(time.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The server goes on; its log ends:\n" + endOfLog());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return process.exitValue();
    }

    /** Ends it as it wants to be ended, which takes a few seconds. */
    public void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The server does not stop; its log ends:\n" + endOfLog());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }

    private String endOfLog() {
        String log = console();
        return log.substring(Math.max(0, log.length() - 6000));
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
