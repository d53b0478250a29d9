package org.answerloop.system.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A PostgreSQL that can be stopped hard and started again with what it had kept, at the same address. */
public final class StoppablePostgres implements AutoCloseable {

    private final Path data;
    private EmbeddedPostgres server;

    private StoppablePostgres(Path data) {
        this.data = data;
    }

    /** @param data the folder of its data, made anew */
    public static StoppablePostgres start(Path data) {
        StoppablePostgres postgres = new StoppablePostgres(data);
        ServerFolder.delete(data);
        postgres.server = postgres.run(0);
        return postgres;
    }

    public Map<String, String> settings() {
        return Map.of(
                "ANSWERLOOP_DB_URL", "jdbc:postgresql://localhost:" + server.getPort() + "/postgres",
                "ANSWERLOOP_DB_USER", "postgres",
                "ANSWERLOOP_DB_PASSWORD", "postgres");
    }

    /** The number that a query finds. */
    public long number(String query) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    public void change(String statement) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement change = connection.createStatement()) {
            change.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** Kills it with all of its connections, and waits until nothing of it is left. */
    public void stopHard() {
        ProcessHandle postmaster = ProcessHandle.of(pid()).orElseThrow();
        List<ProcessHandle> all = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        if (!Eventually.within(
                Duration.ofSeconds(20),
                () -> !postmaster.isAlive() && all.stream().noneMatch(ProcessHandle::isAlive))) {
            throw new IllegalStateException("PostgreSQL does not die");
        }
    }

    public void startAgain() {
        int port = server.getPort();
        close();
        server = run(port);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long pid() {
        try {
            return Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedPostgres run(int port) {
        try {
            Files.createDirectories(data);
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    // Embedded servers are set to forget; this one is to keep what it has committed.
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
