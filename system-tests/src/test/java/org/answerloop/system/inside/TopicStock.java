package org.answerloop.system.inside;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Topics with their questions, straight in the tables, as the grouping has left them. */
final class TopicStock {

    /** A language that no other test asks in, so that the grouping finds nothing like it. */
    static final String LANGUAGE = "sv";

    /** When the first question was asked. */
    static final OffsetDateTime ASKED = OffsetDateTime.of(2026, 11, 2, 9, 0, 0, 0, ZoneOffset.UTC);

    /** Other tests on this server begin later. */
    private static final AtomicLong NEXT = new AtomicLong(System.nanoTime());

    private final DataSource database;

    TopicStock(DataSource database) {
        this.database = database;
    }

    /** A topic with so many questions, each of a conversation of its own that was not resolved. */
    Stocked topic(int questions) {
        return topic(questions, LANGUAGE);
    }

    Stocked topic(int questions, String language) {
        long topic = NEXT.getAndIncrement();
        change(
                "insert into topic (id, language, title, phrases, created_at, conversations, unresolved, last_asked_at)"
                        + " values (?, ?, ?, '', ?, ?, ?, ?)",
                topic,
                language,
                "Topic " + topic,
                ASKED,
                questions,
                questions,
                ASKED.plusMinutes(questions - 1L));
        List<Long> asked = new ArrayList<>();
        for (int i = 0; i < questions; i++) {
            asked.add(ask(topic, "Question " + i + " of " + topic + "?", i));
        }
        return new Stocked(topic, asked);
    }

    /** @return the id of the question, and of its conversation */
    private long ask(long topic, String question, int minutes) {
        long id = NEXT.getAndIncrement();
        change("""
                insert into conversation (id, version, source, external_id, channel, language, ticket_id, ticket_url,
                  ticket_closed, test, spam, redacted, began_at, earliest_event_at, last_arrival_at, first_part_at,
                  message_count, reply_count, outcome, deflected, verdict_deadline, decided_at)
                values (?, 1, '/tests/topics', ?, 'web', 'sv', ?, ?, false, false, false, false, ?, ?, ?, ?, 1, 1,
                  'NOT_RESOLVED', false, ?, ?)""", id, "c" + id, "T" + id, "javascript:alert(" + id + ")", ASKED, ASKED, ASKED, ASKED, ASKED, ASKED);
        change(
                "insert into unanswered_question (id, conversation_id, event_id, asked_at, question, question_key,"
                        + " topic_id, grouping_due) values (?, ?, ?, ?, ?, ?, ?, null)",
                id,
                id,
                "e" + id,
                ASKED.plusMinutes(minutes),
                question,
                "k" + id,
                topic);
        return id;
    }

    private void change(String statement, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            prepared.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** A topic and its questions, in the order in which they were asked. */
    record Stocked(long topic, List<Long> questions) {}
}
