package org.answerloop.conversation.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

import org.answerloop.kernel.Sql;

/** What stands in the tables of one conversation, in the words of {@code WholeConversation}. */
final class RecordedRows {

    private static final List<String> MOMENTS =
            List.of("began_at", "first_part_at", "first_handoff_at", "last_reply_at", "deadline", "closed_at");

    private static final List<String> BOOLEANS = List.of("test", "spam", "redacted", "ticket_closed");

    private static final List<String> TEXTS = List.of(
            "channel",
            "language",
            "agent_id",
            "agent_name",
            "first_handoff_trigger",
            "message_count",
            "reply_count",
            "closed_by_name");

    private final DataSource dataSource;

    RecordedRows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    Map<String, String> row(long conversation) {
        Map<String, String> row = new TreeMap<>();
        new Sql().add("select * from conversation where id = ?", conversation).list(dataSource, found -> {
            for (String moment : MOMENTS) {
                row.put(moment, String.valueOf(Sql.moment(found, moment)));
            }
            for (String flag : BOOLEANS) {
                row.put(flag, String.valueOf(found.getBoolean(flag)));
            }
            for (String text : TEXTS) {
                row.put(text, String.valueOf(found.getString(text)));
            }
            return null;
        });
        return row;
    }

    Instant dueAt(long conversation) {
        return new Sql()
                .add("select due_at from conversation where id = ?", conversation)
                .list(dataSource, row -> Sql.moment(row, "due_at"))
                .get(0);
    }

    boolean isCertain(long conversation) {
        return new Sql()
                .add("select replies_certain from conversation where id = ?", conversation)
                .list(dataSource, row -> row.getBoolean("replies_certain"))
                .get(0);
    }

    Map<String, String> rows(long conversation) {
        Map<String, String> rows = new TreeMap<>();
        read(
                conversation,
                "message",
                "external_id",
                rows,
                row -> String.join(
                        " ",
                        stamp(row, "occurred_at", "first_event_id"),
                        stamp(row, "stated_at", "event_id"),
                        row.getString("author_kind"),
                        String.valueOf(row.getString("author_name")),
                        String.valueOf(Sql.moment(row, "grounded_at")),
                        String.valueOf(row.getString("text")),
                        row.getString("sources") == null ? "0" : "1",
                        String.valueOf(row.getBoolean("late"))));
        read(
                conversation,
                "handoff",
                "event_id",
                rows,
                row -> String.join(
                        " ",
                        Sql.moment(row, "occurred_at").toString(),
                        row.getString("handoff_trigger"),
                        String.valueOf(row.getString("reason")),
                        String.valueOf(row.getBoolean("late"))));
        read(
                conversation,
                "handoff_request",
                "event_id",
                rows,
                row -> String.join(
                        " ",
                        Sql.moment(row, "occurred_at").toString(),
                        String.valueOf(row.getString("message_id")),
                        String.valueOf(row.getBoolean("late"))));
        read(
                conversation,
                "feedback",
                "event_id",
                rows,
                row -> String.join(
                        " ",
                        Sql.moment(row, "occurred_at").toString(),
                        row.getString("rating"),
                        String.valueOf(row.getString("message_id")),
                        String.valueOf(row.getString("remark")),
                        String.valueOf(row.getBoolean("late"))));
        return rows;
    }

    private static String stamp(ResultSet row, String at, String event) throws SQLException {
        return "Stamp[at=" + Sql.moment(row, at) + ", eventId=" + row.getString(event) + "]";
    }

    private void read(
            long conversation, String table, String key, Map<String, String> rows, Sql.RowMapper<String> mapper) {
        new Sql()
                .add("select * from " + table + " where conversation_id = ?", conversation)
                .list(dataSource, row -> rows.put(table + " " + row.getString(key), mapper.map(row)));
    }
}
