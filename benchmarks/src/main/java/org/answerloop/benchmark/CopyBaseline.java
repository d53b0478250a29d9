package org.answerloop.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.postgresql.PGConnection;

/**
 * How long PostgreSQL's own bulk load takes for the same rows: the tables as the events left them are copied out, and
 * copied into freshly migrated ones with the same indexes and constraints. What is copied is the end: the load does not
 * have to find out what a conversation was before, nor change a row that it has written.
 */
final class CopyBaseline {

    /** Those that are referred to before those that refer. */
    private static final List<String> TABLES = List.of(
            "conversation",
            "message",
            "handoff",
            "handoff_request",
            "feedback",
            "inbox_event",
            "unanswered_question",
            "quarantined_event",
            "intake_tally");

    private static final Path FOLDER = Path.of("benchmarks/target/copy");
    private static final double NANOS = 1e9;

    private final Postgres postgres;

    CopyBaseline(Postgres postgres) {
        this.postgres = postgres;
    }

    /**
     * @param rows loaded, in all tables
     * @param seconds it took
     */
    record Load(long rows, double seconds) {}

    Load measure(String from, String freshlyMigrated) throws SQLException, IOException {
        Files.createDirectories(FOLDER);
        for (String table : TABLES) {
            copyOut(postgres, from, "select * from " + table + " order by 1", file(table));
        }
        postgres.settle(freshlyMigrated);
        long rows = 0;
        long begun = System.nanoTime();
        try (Connection connection = postgres.open(freshlyMigrated)) {
            for (String table : TABLES) {
                rows += copyIn(connection, table);
            }
        }
        return new Load(rows, (System.nanoTime() - begun) / NANOS);
    }

    /** Brings rows of a query in one database into a table of another. */
    static void transfer(Postgres postgres, String from, String query, String to, String table)
            throws SQLException, IOException {
        Files.createDirectories(FOLDER);
        copyOut(postgres, from, query, file(table));
        try (Connection connection = postgres.open(to)) {
            copyIn(connection, table);
        }
    }

    private static void copyOut(Postgres postgres, String database, String query, Path to)
            throws SQLException, IOException {
        try (Connection connection = postgres.open(database);
                OutputStream file = Files.newOutputStream(to)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + query + ") to stdout", file);
        }
    }

    private static long copyIn(Connection connection, String table) throws SQLException, IOException {
        try (InputStream file = Files.newInputStream(file(table))) {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin", file, 1 << 16);
        }
    }

    private static Path file(String table) {
        return FOLDER.resolve(table);
    }
}
