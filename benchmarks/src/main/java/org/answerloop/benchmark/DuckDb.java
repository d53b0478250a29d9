package org.answerloop.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.postgresql.PGConnection;

/**
 * DuckDB in this process and in memory, with what the reports read of the same rows: a column store that is made for such
 * questions. It is given those columns alone, and moments without a zone, which is the fastest that it has.
 */
final class DuckDb implements AutoCloseable {

    private static final Path FOLDER = Path.of("benchmarks/target/duckdb");

    private static final List<Table> TABLES = List.of(
            new Table(
                    "conversation",
                    "id bigint, channel varchar, test boolean, spam boolean, began_at timestamp, assigned_at timestamp,"
                            + " first_part_at timestamp, closed_at timestamp, ticket_closed boolean,"
                            + " closed_by_kind varchar, closed_by_id varchar, closed_by_name varchar,"
                            + " first_handoff_at timestamp, first_handoff_trigger varchar, outcome varchar, verdict_deadline timestamp,"
                            + " deflected boolean, resolution_millis bigint"),
            new Table("feedback", "conversation_id bigint, occurred_at timestamp, rating varchar"));

    private final Connection connection;

    private DuckDb(Connection connection) {
        this.connection = connection;
    }

    static DuckDb load(Postgres postgres, String database) throws SQLException, IOException {
        Files.createDirectories(FOLDER);
        DuckDb duck = new DuckDb(DriverManager.getConnection("jdbc:duckdb:"));
        try (Connection from = postgres.open(database);
                Statement into = duck.connection.createStatement()) {
            for (Table table : TABLES) {
                Path file = FOLDER.resolve(table.name() + ".csv");
                try (OutputStream csv = Files.newOutputStream(file)) {
                    from.unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut(
                                    "copy (select %s from %s) to stdout (format csv)"
                                            .formatted(table.selected(), table.name()),
                                    csv);
                }
                into.execute("create table %s (%s)".formatted(table.name(), table.columns()));
                into.execute("copy %s from '%s' (format csv, header false)".formatted(table.name(), file));
                Files.delete(file);
            }
        }
        return duck;
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** @param columns as DuckDB declares them */
    private record Table(String name, String columns) {

        String selected() {
            return columns.replaceAll("(\\w+) timestamp", "$1 at time zone 'UTC'")
                    .replaceAll("(bigint|varchar|boolean)", "");
        }
    }
}
