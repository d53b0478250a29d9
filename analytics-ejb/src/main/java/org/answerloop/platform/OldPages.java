package org.answerloop.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

import org.answerloop.kernel.UnreadableException;

import static java.lang.System.Logger.Level.INFO;

/**
 * The pages that an embedded H2 has written over with newer ones: they stay in its file until their place is needed, with
 * the text that has been forgotten since. Only writing the file anew takes them away, for which nothing else may be open.
 */
final class OldPages {

    private static final System.Logger LOG = System.getLogger(OldPages.class.getName());

    private static final String URL_OF_A_FILE = "jdbc:h2:file:";

    /** The error of H2 that a connection meets whose database was closed. */
    private static final int DATABASE_IS_CLOSED = 90121;

    /** More than a pool keeps. */
    private static final int MOST_KEPT = 100;

    private OldPages() {}

    /** Writes the file anew where text has been forgotten since the last time; before anything else uses the database. */
    static void remove(DataSource dataSource) {
        try {
            if (isDue(dataSource)) {
                LOG.log(INFO, "Text has been forgotten: the database's file is written anew, without its old pages.");
                compact(dataSource);
                changeOnceOpen(dataSource, "update old_pages set due = false where id = 1");
            }
        } catch (SQLException e) {
            throw new UnreadableException(e);
        }
    }

    private static boolean isDue(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getURL().startsWith(URL_OF_A_FILE)
                    && isThere(connection)
                    && hasRow(connection, "select 1 from old_pages where due = true");
        }
    }

    /** The table comes with the first migration after this one's start. */
    private static boolean isThere(Connection connection) throws SQLException {
        return hasRow(connection, "select 1 from information_schema.tables where table_name = 'old_pages'");
    }

    private static boolean hasRow(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeQuery(query).next();
        }
    }

    /** Closes the database, whose file is written anew thereby. The connection goes with it and is no use to the pool. */
    private static void compact(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("shutdown compact");
        } finally {
            connection.abort(Runnable::run);
        }
    }

    /**
     * Connections that the pool has kept from before, as where the application is replaced in a running server, have been
     * closed with the database, and each says so when it is used.
     */
    private static void changeOnceOpen(DataSource dataSource, String statement) throws SQLException {
        for (int closed = 0; closed < MOST_KEPT; closed++) {
            try {
                change(dataSource, statement);
                return;
            } catch (SQLException e) {
                if (e.getErrorCode() != DATABASE_IS_CLOSED) {
                    throw e;
                }
            }
        }
        change(dataSource, statement);
    }

    private static void change(DataSource dataSource, String statement) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement change = connection.createStatement()) {
            change.executeUpdate(statement);
        }
    }
}
