package org.answerloop.gap.application;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.answerloop.gap.model.GroupingDue;
import org.answerloop.gap.model.Regrouping.Move;
import org.answerloop.gap.model.TopicName;

/** What the grouping changes in one transaction. What a person has decided it leaves as it is. */
final class GroupingChanges {

    private final Connection connection;
    private final Clock clock;

    GroupingChanges(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /** @return false where something else is true of the question than when it was read */
    boolean enter(GroupedQuestion question) throws SQLException {
        return question.from().stays() ? stay(question) : come(question);
    }

    private boolean stay(GroupedQuestion question) throws SQLException {
        try (PreparedStatement stay = connection.prepareStatement("update unanswered_question set grouping_due = null"
                + " where id = ? and grouping_due = ? and topic_id = ? and question is not null")) {
            stay.setLong(1, question.from().id());
            stay.setInt(2, question.from().due().code());
            stay.setLong(3, question.topic());
            return stay.executeUpdate() == 1;
        }
    }

    private boolean come(GroupedQuestion question) throws SQLException {
        try (PreparedStatement come =
                connection.prepareStatement("update unanswered_question set topic_id = ?, grouping_due = null"
                        + " where id = ? and grouping_due = ? and not placed and question is not null")) {
            come.setLong(1, question.topic());
            come.setLong(2, question.from().id());
            come.setInt(3, question.from().due().code());
            return come.executeUpdate() == 1;
        }
    }

    /**
     * The topics before the questions, as everybody does it, and in the order of their ids: so nobody waits for us while we
     * wait for him.
     */
    void hold(Set<Long> topics) throws SQLException {
        try (PreparedStatement hold = connection.prepareStatement("select id from topic where id = ? for update")) {
            for (long topic : new TreeSet<>(topics)) {
                hold.setLong(1, topic);
                hold.executeQuery().close();
            }
        }
    }

    /**
     * Begins the topics that questions have begun, where one of those that were kept is in them.
     *
     * @param questions all of them
     */
    void begin(List<GroupedQuestion> questions, List<GroupedQuestion> kept) throws SQLException {
        Set<Long> inhabited = new HashSet<>();
        kept.forEach(question -> inhabited.add(question.topic()));
        try (PreparedStatement insert = insertTopic()) {
            for (GroupedQuestion question : questions) {
                if (question.begun() != null && inhabited.contains(question.topic())) {
                    // It is not called after a question that is forgotten by now.
                    TopicName name = kept.contains(question) ? question.begun() : TopicName.NONE;
                    add(insert, question.topic(), question.language(), name);
                }
            }
            insert.executeBatch();
        }
    }

    void begin(String language, Map<Long, TopicName> topics) throws SQLException {
        try (PreparedStatement insert = insertTopic()) {
            for (Map.Entry<Long, TopicName> topic : topics.entrySet()) {
                add(insert, topic.getKey(), language, topic.getValue());
            }
            insert.executeBatch();
        }
    }

    void keepVectors(List<GroupedQuestion> questions, String model) throws SQLException {
        try (PreparedStatement remove =
                        connection.prepareStatement("delete from question_vector where question_id = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into question_vector (question_id, model, vector) values (?, ?, ?)")) {
            for (GroupedQuestion question : questions) {
                if (question.vector() == null) {
                    continue;
                }
                if (question.from().due() != GroupingDue.NEW) {
                    remove.setLong(1, question.from().id());
                    remove.addBatch();
                }
                insert.setLong(1, question.from().id());
                insert.setString(2, model);
                insert.setBytes(3, question.vector());
                insert.addBatch();
            }
            remove.executeBatch();
            insert.executeBatch();
        }
    }

    void forget(List<DueQuestion> questions) throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement(
                "update unanswered_question set grouping_due = null where id = ? and question is null")) {
            for (DueQuestion question : questions) {
                forget.setLong(1, question.id());
                forget.addBatch();
            }
            forget.executeBatch();
        }
    }

    /** @param topics how others are called from now on, where nobody has called them; there are questions in them */
    void rename(Map<Long, TopicName> topics) throws SQLException {
        try (PreparedStatement rename = connection.prepareStatement(
                        "update topic set title = ?, phrases = ? where id = ? and not named");
                PreparedStatement revive = connection.prepareStatement(
                        "update topic set successor_id = null where id = ? and successor_id is not null")) {
            for (Map.Entry<Long, TopicName> topic : topics.entrySet()) {
                rename.setString(1, topic.getValue().title());
                rename.setString(2, topic.getValue().phrases());
                rename.setLong(3, topic.getKey());
                rename.addBatch();
                revive.setLong(1, topic.getKey());
                revive.addBatch();
            }
            rename.executeBatch();
            revive.executeBatch();
        }
    }

    /** @return the questions of which something else is true in the meantime: they stay where they are */
    List<Long> move(List<Move> moves) throws SQLException {
        // In the order of the ids, so that nobody who writes several waits for us while we wait for him.
        List<Move> sorted = new ArrayList<>(moves);
        sorted.sort(Comparator.comparingLong(Move::question));
        try (PreparedStatement move = connection.prepareStatement(
                "update unanswered_question set topic_id = ? where id = ? and topic_id = ? and not placed")) {
            for (Move moved : sorted) {
                move.setLong(1, moved.to());
                move.setLong(2, moved.question());
                move.setLong(3, moved.from());
                move.addBatch();
            }
            int[] done = move.executeBatch();
            return IntStream.range(0, done.length)
                    .filter(place -> done[place] == 0)
                    .mapToObj(place -> sorted.get(place).question())
                    .toList();
        }
    }

    /** Topics that have lost their last question: those who come for one are told where it went. */
    void endLeft(List<GroupedQuestion> questions) throws SQLException {
        Set<Long> told = new HashSet<>();
        for (GroupedQuestion question : questions) {
            if (question.moved() && told.add(question.from().topic())) {
                end(Map.of(question.from().topic(), question.topic()));
            }
        }
    }

    /** @param successors topics that may be empty, with where most of their questions went */
    void end(Map<Long, Long> successors) throws SQLException {
        try (PreparedStatement end = connection.prepareStatement("update topic set successor_id = ? where id = ?"
                + " and not exists (select 1 from unanswered_question q where q.topic_id = topic.id)")) {
            for (Map.Entry<Long, Long> ended : successors.entrySet()) {
                end.setLong(1, ended.getValue());
                end.setLong(2, ended.getKey());
                end.addBatch();
            }
            end.executeBatch();
        }
    }

    private PreparedStatement insertTopic() throws SQLException {
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
}
