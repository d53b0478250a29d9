package org.answerloop.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The bytes of the database's file themselves, before and after. */
class OldPagesTest {

    private static final String SECRET = "Solène, 12 rue des Lilas";

    @TempDir
    private Path folder;

    private final JdbcDataSource dataSource = new JdbcDataSource();

    @BeforeEach
    void aTextIsWrittenAndForgottenAndTheServerIsKilled() throws SQLException {
        dataSource.setURL("jdbc:h2:file:" + folder.resolve("pages")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0");
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table message (id bigint primary key, text varchar(1048576))");
            statement.execute("create table old_pages (id smallint primary key, due boolean not null)");
            statement.execute("insert into old_pages (id, due) values (1, false)");
            statement.execute("insert into message select \"X\", 'A message of no importance, number ' || \"X\""
                    + " from system_range(1, 2000)");
            statement.execute("update message set text = '" + SECRET + "' where id = 1000");
            statement.execute("update message set text = null where id = 1000");
            statement.execute("shutdown immediately");
        }
    }

    @Test
    void whatWasForgottenIsInTheFileUntilItIsWrittenAnew() throws Exception {
        assertThat(bytes().contains(SECRET)).as("what an update leaves behind").isTrue();
        change("update old_pages set due = true");

        OldPages.remove(dataSource);

        assertThat(bytes().contains(SECRET)).isFalse();
        assertThat(bytes().contains("number 999")).as("it can be read at all").isTrue();
        assertThat(count("select count(*) from message where text is null")).isEqualTo(1);
        assertThat(count("select count(*) from message")).isEqualTo(2_000);
        assertThat(count("select count(*) from old_pages where due = true")).isZero();
    }

    @Test
    void withoutAnythingForgottenTheDatabaseStaysOpen() throws Exception {
        try (Connection other = dataSource.getConnection()) {
            OldPages.remove(dataSource);

            assertThat(other.isValid(1)).isTrue();
        }
    }

    @Test
    void aDatabaseThatIsStillEmptyIsLeftAlone() throws Exception {
        change("drop table old_pages");
        try (Connection other = dataSource.getConnection()) {
            OldPages.remove(dataSource);

            assertThat(other.isValid(1)).isTrue();
        }
    }

    private void change(String statement) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement change = connection.createStatement()) {
            change.execute(statement);
        }
    }

    private long count(String query) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private String bytes() throws IOException {
        return new String(Files.readAllBytes(folder.resolve("pages.mv.db")), StandardCharsets.UTF_8);
    }
}
