package org.answerloop.kernel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/**
 * A query that is put together piece by piece, each with the values that are bound in it, and read straight into records.
 */
public final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** From a row of the result to a record. */
    @FunctionalInterface
    public interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /**
     * @param piece a constant of the program, with a {@code ?} for each of the values
     * @param bound moments are bound as {@code timestamp with time zone}
     */
    public Sql add(String piece, Object... bound) {
        text.append(piece).append('\n');
        values.addAll(Arrays.asList(bound));
        return this;
    }

    /** The condition that the column has the value; none where the value is null. */
    public Sql addEqual(String column, String value) {
        return value == null ? this : add("and " + column + " = ?", value);
    }

    /** The condition that the column has one of the values. */
    public Sql addIn(String column, Collection<?> among) {
        return add("and " + column + " in " + places(among), among.toArray());
    }

    /** The condition that the column has none of the values. */
    public Sql addNotIn(String column, Collection<?> among) {
        return add("and " + column + " not in " + places(among), among.toArray());
    }

    private static String places(Collection<?> values) {
        return "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
    }

    /** Runs it, on the connection of the transaction where the container gives the data source. */
    public <T> List<T> list(DataSource dataSource, RowMapper<T> mapper) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(text.toString())) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, bindable(values.get(i)));
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<T> result = new ArrayList<>();
                while (rows.next()) {
                    result.add(mapper.map(rows));
                }
                return result;
            }
        } catch (SQLException e) {
            throw new UnreadableException(e);
        }
    }

    /** Runs what changes rows, on the connection of the transaction where the container gives the data source. */
    public int update(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(text.toString())) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, bindable(values.get(i)));
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new UnreadableException(e);
        }
    }

    /**
     * Runs a statement that changes rows once for each of the values.
     *
     * @param text a constant of the program, with a {@code ?} for each of the values
     */
    public static void updateAll(DataSource dataSource, String text, Collection<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(text)) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, bindable(row[i]));
                }
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new UnreadableException(e);
        }
    }

    /** The moment in the column; null where it is empty. */
    public static Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static Object bindable(Object value) {
        if (value instanceof Instant moment) {
            return moment.atOffset(ZoneOffset.UTC);
        }
        // PostgreSQL has no text with a NUL in it and would refuse the whole statement; so it has to be equal to
        // nothing.
        return value instanceof String string ? string.replace('\0', '\uFFFD') : value;
    }
}
