package org.answerloop.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;

/** A PostgreSQL of its own, which keeps what it commits as one in production does. */
final class Postgres implements AutoCloseable {

    static final String USER = "postgres";

    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    static Postgres start() throws IOException {
        // Embedded servers are set to forget; this one is not.
        return start(Map.of(
                "fsync", "on",
                "synchronous_commit", "on",
                "full_page_writes", "on",
                "shared_buffers", "512MB",
                "max_wal_size", "2GB"));
    }

    /** One that is filled quickly and then only read, with room as somebody gives it who asks for reports on it. */
    static Postgres startForReading() throws IOException {
        return start(Map.of(
                "fsync", "off",
                "shared_buffers", "2GB",
                "work_mem", "64MB",
                "maintenance_work_mem", "256MB",
                "max_wal_size", "8GB",
                "timezone", "UTC"));
    }

    private static Postgres start(Map<String, String> settings) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        settings.forEach(builder::setServerConfig);
        return new Postgres(builder.start());
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    /** What a server needs to work on the database, and what else is asked for. */
    Map<String, String> settings(String database, Map<String, String> others) {
        Map<String, String> settings = new TreeMap<>(others);
        settings.put("ANSWERLOOP_DB_URL", url(database) + "?reWriteBatchedInserts=true");
        settings.put("ANSWERLOOP_DB_USER", USER);
        settings.put("ANSWERLOOP_DB_PASSWORD", USER);
        return settings;
    }

    Connection open(String database) throws SQLException {
        return DriverManager.getConnection(url(database), USER, USER);
    }

    /** An empty database with our schema. */
    void createMigrated(String database) throws SQLException {
        create(database);
        Flyway.configure().dataSource(url(database), USER, USER).load().migrate();
    }

    void create(String database) throws SQLException {
        run("postgres", "create database " + database);
    }

    void copy(String database, String from) throws SQLException {
        run("postgres", "create database " + database + " template " + from);
    }

    /** Brings what is dirty to the disk and the statistics up to date, so that nothing of the past falls into what is measured next. */
    void settle(String database) throws SQLException {
        run(database, "vacuum analyze");
        run(database, "checkpoint");
    }

    /** The server's and those of its connections. */
    Stream<ProcessHandle> processes() throws SQLException {
        try (Connection connection = open(USER);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select pg_backend_pid()")) {
            rows.next();
            ProcessHandle server = ProcessHandle.of(rows.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow();
            return Stream.concat(Stream.of(server), server.descendants());
        }
    }

    void run(String database, String sql) throws SQLException {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
