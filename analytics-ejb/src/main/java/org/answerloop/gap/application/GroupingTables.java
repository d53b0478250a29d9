package org.answerloop.gap.application;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.gap.model.Regrouping;
import org.answerloop.gap.model.Regrouping.Move;
import org.answerloop.gap.model.TopicName;
import org.answerloop.kernel.Sql;
import org.answerloop.kernel.UnreadableException;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

/**
 * What the grouping keeps, and whose turn it is: one server groups, whoever writes has the turn in the same transaction. Each
 * call is a short transaction of its own.
 */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class GroupingTables {

    /** So long a server may be silent; then it is taken for dead, and the turn is another's. */
    private static final Duration TURN = Duration.ofSeconds(20);

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    /** Takes the turn, or keeps it, where it is free. */
    public Turn takeTurn(String owner) {
        Instant now = clock.instant();
        Object until = now.plus(TURN).atOffset(ZoneOffset.UTC);
        if (inOneStatement("update grouping_turn set held_until = ? where id = 1 and owner = ?", until, owner) == 1) {
            return Turn.KEPT;
        }
        int taken = inOneStatement(
                "update grouping_turn set owner = ?, held_until = ?"
                        + " where id = 1 and (held_until is null or held_until < ?)",
                owner,
                until,
                now.atOffset(ZoneOffset.UTC));
        return taken == 1 ? Turn.TAKEN : Turn.OF_ANOTHER;
    }

    /** Whose turn it is. */
    public enum Turn {
        /** It was the owner's all the time: nobody else has written anything. */
        KEPT,
        /** It is the owner's from now on: what the tables say has to be read. */
        TAKEN,
        OF_ANOTHER
    }

    /** Lets another server take the turn at once. */
    public void endTurn(String owner) {
        inOneStatement("update grouping_turn set owner = null, held_until = null where id = 1 and owner = ?", owner);
    }

    /** Those that the grouping has something to do with, in the order in which they came. */
    public List<DueQuestion> due(int limit) {
        return new Sql()
                .add("select q.id, q.question, c.language from unanswered_question q")
                .add("join conversation c on c.id = q.conversation_id where q.grouping_due in (1, 2)")
                .add("order by q.id fetch first " + limit + " rows only")
                .list(
                        dataSource,
                        row -> new DueQuestion(
                                row.getLong("id"), row.getString("language"), row.getString("question")));
    }

    /** Those that have a topic, in the order of their ids, after the given one. */
    public List<KnownQuestion> known(long after, int limit, String model) {
        return new Sql()
                .add("select q.id, q.question, q.topic_id, q.placed, t.language, v.vector from unanswered_question q")
                .add("join topic t on t.id = q.topic_id")
                .add("left join question_vector v on v.question_id = q.id and v.model = ?", model)
                .add("where q.id > ? and q.question is not null", after)
                .add("order by q.id fetch first " + limit + " rows only")
                .list(
                        dataSource,
                        row -> new KnownQuestion(
                                row.getLong("id"),
                                row.getString("language"),
                                row.getString("question"),
                                row.getLong("topic_id"),
                                row.getBoolean("placed"),
                                row.getBytes("vector")));
    }

    /** The id of a topic that begins. */
    public long newTopic() {
        return new Sql()
                .add("select nextval('topic_seq') as id")
                .list(dataSource, row -> row.getLong("id"))
                .get(0);
    }

    /** The texts of the questions, in the given order; those that are redacted are left out. */
    public List<String> texts(List<Long> questions) {
        Map<Long, String> byId = new HashMap<>();
        new Sql()
                .add("select id, question from unanswered_question where question is not null")
                .addIn("id", questions)
                .list(dataSource, row -> byId.put(row.getLong("id"), row.getString("question")));
        return questions.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    /**
     * Keeps the topics of questions that came.
     *
     * @param forgotten questions that the grouping has forgotten
     * @param redacted is told of each that was redacted in the meantime and has no topic
     */
    public void keep(
            String owner, String model, List<GroupedQuestion> questions, List<Long> forgotten, LongConsumer redacted) {
        writing(owner, connection -> {
            begin(connection, questions);
            try (PreparedStatement enter = connection.prepareStatement("update unanswered_question"
                            + " set topic_id = ?, grouping_due = null where id = ? and question is not null");
                    PreparedStatement keep = connection.prepareStatement(
                            "insert into question_vector (question_id, model, vector) values (?, ?, ?)");
                    PreparedStatement forget = connection.prepareStatement(
                            "update unanswered_question set grouping_due = null where id = ? and question is null")) {
                for (GroupedQuestion question : questions) {
                    enter.setLong(1, question.topic());
                    enter.setLong(2, question.id());
                    if (enter.executeUpdate() == 0) {
                        redacted.accept(question.id());
                    } else if (question.vector() != null) {
                        keep.setLong(1, question.id());
                        keep.setString(2, model);
                        keep.setBytes(3, question.vector());
                        keep.addBatch();
                    }
                }
                keep.executeBatch();
                for (long id : forgotten) {
                    forget.setLong(1, id);
                    forget.addBatch();
                }
                forget.executeBatch();
            }
        });
    }

    /**
     * Keeps what grouping anew has changed.
     *
     * @param begun how the topics are called that are new
     * @param renamed how others are called from now on, where nobody has called them
     */
    public void keep(
            String owner,
            String language,
            Regrouping regrouping,
            Map<Long, TopicName> begun,
            Map<Long, TopicName> renamed) {
        List<Move> moves = new ArrayList<>(regrouping.moves());
        // In the order of the ids, so that nobody who writes several waits for us while we wait for him.
        moves.sort(Comparator.comparingLong(Move::question));
        writing(owner, connection -> {
            begin(connection, language, begun);
            rename(connection, renamed);
            try (PreparedStatement move = connection.prepareStatement(
                            "update unanswered_question set topic_id = ? where id = ? and topic_id = ?");
                    PreparedStatement end =
                            connection.prepareStatement("update topic set successor_id = ? where id = ?")) {
                for (Move moved : moves) {
                    move.setLong(1, moved.to());
                    move.setLong(2, moved.question());
                    move.setLong(3, moved.from());
                    move.addBatch();
                }
                move.executeBatch();
                for (Map.Entry<Long, Long> ended : regrouping.successors().entrySet()) {
                    end.setLong(1, ended.getValue());
                    end.setLong(2, ended.getKey());
                    end.addBatch();
                }
                end.executeBatch();
            }
        });
    }

    private void begin(Connection connection, List<GroupedQuestion> questions) throws SQLException {
        try (PreparedStatement insert = insertTopic(connection)) {
            for (GroupedQuestion question : questions) {
                if (question.begun() != null) {
                    add(insert, question.topic(), question.language(), question.begun());
                }
            }
            insert.executeBatch();
        }
    }

    private void begin(Connection connection, String language, Map<Long, TopicName> topics) throws SQLException {
        try (PreparedStatement insert = insertTopic(connection)) {
            for (Map.Entry<Long, TopicName> topic : topics.entrySet()) {
                add(insert, topic.getKey(), language, topic.getValue());
            }
            insert.executeBatch();
        }
    }

    private static void rename(Connection connection, Map<Long, TopicName> topics) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update topic set title = ?, phrases = ?, successor_id = null where id = ? and not named")) {
            for (Map.Entry<Long, TopicName> topic : topics.entrySet()) {
                update.setString(1, topic.getValue().title());
                update.setString(2, topic.getValue().phrases());
                update.setLong(3, topic.getKey());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static PreparedStatement insertTopic(Connection connection) throws SQLException {
        return connection.prepareStatement(
                "insert into topic (id, language, title, phrases, created_at) values (?, ?, ?, ?, ?)");
    }

    private void add(PreparedStatement insert, long topic, String language, TopicName name) throws SQLException {
        insert.setLong(1, topic);
        insert.setString(2, language);
        insert.setString(3, name.title());
        insert.setString(4, name.phrases());
        insert.setObject(5, clock.instant().atOffset(ZoneOffset.UTC));
        insert.addBatch();
    }

    /** Holds the turn until the transaction ends: who has lost it writes nothing. */
    private void writing(String owner, Writing writing) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement turn = connection.prepareStatement(
                        "select id from grouping_turn where id = 1 and owner = ? for update")) {
            turn.setString(1, owner);
            try (ResultSet held = turn.executeQuery()) {
                if (!held.next()) {
                    throw new LostTurnException();
                }
            }
            writing.on(connection);
        } catch (SQLException e) {
            throw new UnreadableException(e);
        }
    }

    private int inOneStatement(String statement, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new UnreadableException(e);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void on(Connection connection) throws SQLException;
    }
}
