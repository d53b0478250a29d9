package org.answerloop.system.inside;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

import jakarta.annotation.Resource;

import org.answerloop.system.server.Enclosed;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** The schema is as the packaged application brings it. */
@ExtendWith(ArquillianExtension.class)
class MigrationsIT {

    /** Of the pool of the server, as many as can be had while it does other things. */
    private static final int CONNECTIONS = 20;

    private static final String LIMITS = """
            select current_setting(name)
              from pg_settings
             where name in ('lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout')
             order by name""";

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    @Test
    void every_migration_has_been_applied_in_order_and_none_has_failed() throws SQLException, IOException {
        assertThat(query("select version from flyway_schema_history where version <> '0' order by installed_rank"))
                .isEqualTo(migrations());
        assertThat(query("select version from flyway_schema_history where not success"))
                .isEmpty();
    }

    @Test
    void the_tables_of_the_product_are_there_on_this_database() throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (Connection connection = database.getConnection();
                ResultSet found = connection.getMetaData().getTables(null, null, null, new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        assertThat(tables)
                .contains(
                        "conversation",
                        "message",
                        "handoff",
                        "handoff_request",
                        "feedback",
                        "inbox_event",
                        "quarantined_event",
                        "unanswered_question",
                        "api_key",
                        "import_job",
                        "import_problem");
    }

    @Test
    void no_connection_may_wait_or_stand_still_for_ever_not_even_those_that_have_migrated() throws SQLException {
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                all.add(database.getConnection());
            }
            boolean embedded = all.get(0).getMetaData().getDatabaseProductName().equals("H2");
            for (Connection each : all) {
                if (embedded) {
                    // It has one process, which cannot hang beside it, so that a wait for locks is all that has to end.
                    assertThat(Integer.parseInt(
                                    rows(each, "select lock_timeout()").get(0)))
                            .isBetween(1, 10_000);
                } else {
                    assertThat(rows(each, LIMITS)).containsExactly("30s", "10s", "2min");
                }
            }
        } finally {
            for (Connection each : all) {
                each.close();
            }
        }
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static List<String> migrations() throws IOException {
        try (InputStream versions = MigrationsIT.class.getResourceAsStream(Enclosed.MIGRATIONS)) {
            List<String> migrations = new String(versions.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(migrations).isNotEmpty();
            return migrations;
        }
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return rows(connection, sql);
        }
    }
}
