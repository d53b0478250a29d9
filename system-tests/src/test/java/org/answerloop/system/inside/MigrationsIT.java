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
        List<String> values = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
