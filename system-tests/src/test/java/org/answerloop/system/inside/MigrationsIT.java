package org.answerloop.system.inside;

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

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(ArquillianExtension.class)
class MigrationsIT {

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    @Deployment
    static EnterpriseArchive answerloop() {
        return AnswerloopEar.with(MigrationsIT.class);
    }

    @Test
    void every_migration_has_been_applied_in_order_and_none_has_failed() throws SQLException {
        assertThat(query("select version from flyway_schema_history where version <> '0' order by installed_rank"))
                .startsWith("1", "2", "3", "4");
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
                        "api_key");
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
