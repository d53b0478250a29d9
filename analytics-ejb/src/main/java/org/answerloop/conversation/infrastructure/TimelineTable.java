package org.answerloop.conversation.infrastructure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import org.answerloop.conversation.application.TimelineEntry;
import org.answerloop.conversation.application.TimelineEntry.FeedbackEntry;
import org.answerloop.conversation.application.TimelineEntry.HandoffEntry;
import org.answerloop.conversation.application.TimelineEntry.HandoffRequestEntry;
import org.answerloop.conversation.application.TimelineEntry.MessageEntry;
import org.answerloop.conversation.application.TimelinePosition;
import org.answerloop.conversation.infrastructure.TimelineTables.Slot;
import org.answerloop.conversation.model.AuthorKind;
import org.answerloop.conversation.model.HandoffTrigger;
import org.answerloop.conversation.model.Rating;
import org.answerloop.kernel.Sql;

/** The tables of which each row is something in the timeline, in the order in which they stand at one moment. */
enum TimelineTable {
    MESSAGE("message", "external_id", "author_kind, author_name, text, sources, actions") {
        @Override
        TimelineEntry entry(ResultSet row) throws SQLException {
            return new MessageEntry(
                    Sql.moment(row, "occurred_at"),
                    row.getBoolean("late"),
                    row.getString("external_id"),
                    AuthorKind.valueOf(row.getString("author_kind")),
                    row.getString("author_name"),
                    row.getString("text"),
                    SOURCES.convertToEntityAttribute(row.getString("sources")).list(),
                    ACTIONS.convertToEntityAttribute(row.getString("actions")).names());
        }

        @Override
        String bytes() {
            return "coalesce(octet_length(text), 0) + coalesce(octet_length(sources), 0)"
                    + " + coalesce(octet_length(actions), 0)";
        }
    },
    HANDOFF_REQUEST("handoff_request", "event_id", "message_id") {
        @Override
        TimelineEntry entry(ResultSet row) throws SQLException {
            return new HandoffRequestEntry(
                    Sql.moment(row, "occurred_at"), row.getBoolean("late"), row.getString("message_id"));
        }

        @Override
        String bytes() {
            return "0";
        }
    },
    HANDOFF("handoff", "event_id", "handoff_trigger, to_name, reason") {
        @Override
        TimelineEntry entry(ResultSet row) throws SQLException {
            return new HandoffEntry(
                    Sql.moment(row, "occurred_at"),
                    row.getBoolean("late"),
                    HandoffTrigger.valueOf(row.getString("handoff_trigger")),
                    row.getString("to_name"),
                    row.getString("reason"));
        }

        @Override
        String bytes() {
            return "coalesce(octet_length(reason), 0)";
        }
    },
    FEEDBACK("feedback", "event_id", "rating, message_id, remark") {
        @Override
        TimelineEntry entry(ResultSet row) throws SQLException {
            return new FeedbackEntry(
                    Sql.moment(row, "occurred_at"),
                    row.getBoolean("late"),
                    Rating.valueOf(row.getString("rating")) == Rating.HELPFUL,
                    row.getString("message_id"),
                    row.getString("remark"));
        }

        @Override
        String bytes() {
            return "coalesce(octet_length(remark), 0)";
        }
    };

    private static final ContentSourcesColumn SOURCES = new ContentSourcesColumn();
    private static final ActionsColumn ACTIONS = new ActionsColumn();

    private final String table;
    private final String key;
    private final String columns;

    TimelineTable(String table, String key, String columns) {
        this.table = table;
        this.key = key;
        this.columns = columns;
    }

    abstract TimelineEntry entry(ResultSet row) throws SQLException;

    /** How much text a row brings along, in SQL. */
    abstract String bytes();

    /** Where its next rows stand. */
    List<Slot> slots(DataSource dataSource, long conversation, TimelinePosition after, int limit) {
        return rows("select occurred_at, " + key + ", " + bytes() + " as bytes", conversation, after, limit)
                .list(
                        dataSource,
                        row -> new Slot(
                                new TimelinePosition(Sql.moment(row, "occurred_at"), ordinal(), row.getString(key)),
                                this,
                                row.getLong("bytes")));
    }

    /** Its rows that stand there, by their keys: others may have come between them since. */
    Map<String, TimelineEntry> entries(DataSource dataSource, long conversation, Collection<String> keys) {
        Map<String, TimelineEntry> entries = new HashMap<>();
        new Sql()
                .add(
                        "select occurred_at, " + key + ", late, " + columns + " from " + table
                                + " where conversation_id = ?",
                        conversation)
                .addIn(key, keys)
                .list(dataSource, row -> entries.put(row.getString(key), entry(row)));
        return entries;
    }

    private Sql rows(String select, long conversation, TimelinePosition after, int limit) {
        Sql sql = new Sql().add(select + " from " + table + " where conversation_id = ?", conversation);
        if (after != null && ordinal() < after.rank()) {
            sql.add("and occurred_at > ?", after.at());
        } else if (after != null) {
            sql.add("and occurred_at >= ?", after.at());
        }
        if (after != null && ordinal() == after.rank()) {
            sql.add("and (occurred_at > ? or " + key + " > ?)", after.at(), after.key());
        }
        return sql.add("order by conversation_id, occurred_at, " + key + " fetch first " + limit + " rows only");
    }
}
