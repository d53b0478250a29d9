package org.answerloop.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies every row of the original conversations once for each row of the table {@code copy}: what is known by a number
 * gets another, and every moment is moved back. The columns are those that the table has, whichever they are.
 */
final class CopyStatement {

    /** More than any table has rows of the originals, so that no number comes twice. */
    private static final String STRIDE = "10000000";

    private CopyStatement() {}

    static String of(Connection connection, String table) {
        try (PreparedStatement query = connection.prepareStatement("select column_name, data_type"
                + " from information_schema.columns where table_name = ? order by ordinal_position")) {
            query.setString(1, table);
            List<String> columns = new ArrayList<>();
            List<String> values = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                    values.add(value(table, rows.getString(1), rows.getString(2)));
                }
            }
            String conversation = table.equals("conversation") ? "told.id" : "told.conversation_id";
            return "insert into %s (%s) select %s from %s told join original on original.id = %s, copy"
                            .formatted(
                                    table, String.join(", ", columns), String.join(", ", values), table, conversation)
                    + " where original.settled or copy.back < interval '1 week'";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String value(String table, String column, String type) {
        if (column.equals("id") || column.equals("conversation_id")) {
            return "told." + column + " + copy.number * " + STRIDE;
        }
        if (table.equals("conversation") && column.equals("external_id")) {
            return "told.external_id || '-' || copy.number";
        }
        if (column.equals("findings")) {
            return "moved(told.findings, copy.back)";
        }
        return type.startsWith("timestamp") ? "told." + column + " - copy.back" : "told." + column;
    }
}
