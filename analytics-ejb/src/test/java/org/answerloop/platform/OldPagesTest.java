package org.answerloop.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The bytes of the database's file themselves, before and after. What is written anew is compressed as well, by which some
 * texts cannot be recognised any more: so there are many of them, of random signs, and as many that stay.
 */
class OldPagesTest {

    private static final int TEXTS = 500;

    @TempDir
    private Path folder;

    private final JdbcDataSource dataSource = new JdbcDataSource();
    private final List<String> forgotten = texts(1);
    private final List<String> kept = texts(2);

    @BeforeEach
    void textsAreWrittenAndForgottenAndTheServerIsKilled() throws SQLException {
        dataSource.setURL("jdbc:h2:file:" + folder.resolve("pages")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0");
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table message (text varchar(1048576))");
            statement.execute("create table old_pages (id smallint primary key, due boolean not null)");
            statement.execute("insert into old_pages (id, due) values (1, false)");
            change(connection, "insert into message (text) values (?)", forgotten);
            change(connection, "insert into message (text) values (?)", kept);
            change(connection, "update message set text = null where text = ?", forgotten);
            statement.execute("shutdown immediately");
        }
    }

    private static void change(Connection connection, String statement, List<String> texts) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement change = connection.prepareStatement(statement)) {
            for (String text : texts) {
                change.setString(1, text);
                change.addBatch();
            }
            change.executeBatch();
        }
        connection.commit();
    }

    private static List<String> texts(long seed) {
        Random random = new Random(seed);
        return Stream.generate(() -> random.ints(10, 'A', 'z' + 1)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()))
                .limit(TEXTS)
                .toList();
    }

    @Test
    void whatWasForgottenIsInTheFileUntilItIsWrittenAnew() throws Exception {
        assertThat(found(forgotten)).as("what an update leaves behind").isEqualTo(TEXTS);
        assertThat(found(kept)).isEqualTo(TEXTS);
        change("update old_pages set due = true");

        OldPages.remove(dataSource);

        assertThat(found(forgotten)).isZero();
        assertThat(found(kept)).as("what compression leaves to be recognised").isGreaterThan(TEXTS / 10);
        assertThat(count("select count(*) from message where text is not null")).isEqualTo(TEXTS);
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

    private long found(List<String> texts) throws IOException {
        String bytes = Files.readString(folder.resolve("pages.mv.db"), StandardCharsets.ISO_8859_1);
        return texts.stream().filter(bytes::contains).count();
    }
}
