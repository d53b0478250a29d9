package org.answerloop.gap.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.answerloop.gap.model.Standing;
import org.answerloop.gap.model.TopicRow;
import org.answerloop.gap.model.TopicState;
import org.answerloop.kernel.Sql;

/** A topic as its table has it, with its figures. */
record FoundTopic(long id, String language, String title, String phrases, Standing standing, Figures figures) {

    /** What {@link #of} reads besides the figures, of the topic {@code t}. */
    static final String COLUMNS =
            "t.id, t.language, t.title, t.phrases, t.version, t.state, t.snoozed_until, t.reopened,"
                    + " t.reopened_at, t.settled_at, t.settled_by, t.reason, t.answer_id, t.changed_at, t.changed_by";

    /** What is counted of its questions. */
    record Figures(long conversations, long unresolved, long dismissed, Instant lastAskedAt) {

        static final Figures NONE = new Figures(0, 0, 0, null);

        static Figures of(ResultSet row) throws SQLException {
            return new Figures(
                    row.getLong("conversations"),
                    row.getLong("unresolved"),
                    row.getLong("dismissed"),
                    Sql.moment(row, "last_asked_at"));
        }
    }

    static FoundTopic of(ResultSet row, LocalDate today) throws SQLException {
        LocalDate snoozedUntil = row.getObject("snoozed_until", LocalDate.class);
        return new FoundTopic(
                row.getLong("id"),
                row.getString("language"),
                row.getString("title"),
                row.getString("phrases"),
                new Standing(
                        row.getLong("version"),
                        TopicState.valueOf(row.getString("state")),
                        snoozedUntil,
                        snoozedUntil != null && snoozedUntil.isAfter(today),
                        row.getInt("reopened"),
                        Sql.moment(row, "reopened_at"),
                        Sql.moment(row, "settled_at"),
                        row.getString("settled_by"),
                        row.getString("reason"),
                        row.getObject("answer_id", Long.class),
                        Sql.moment(row, "changed_at"),
                        row.getString("changed_by")),
                Figures.of(row));
    }

    FoundTopic with(Figures counted) {
        return new FoundTopic(id, language, title, phrases, standing, counted);
    }

    TopicRow row(long settled, List<TopicRow.Week> weeks) {
        return new TopicRow(
                id,
                language,
                title,
                phrases,
                standing,
                figures.conversations(),
                figures.unresolved(),
                settled,
                figures.lastAskedAt(),
                weeks);
    }
}
