package org.answerloop.gap.application;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.answerloop.conversation.model.Eligibility;
import org.answerloop.gap.model.TopicName;

/** What the grouping changes of topics in one transaction. What a person has decided it leaves as it is. */
final class TopicChanges {

    private final Connection connection;
    private final Clock clock;

    /** Topics that a person put into another one meanwhile: nothing comes to them any more. */
    private final Set<Long> merged = new HashSet<>();

    /** Topics that have other questions now. */
    private final Set<Long> touched = new TreeSet<>();

    TopicChanges(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /**
     * The topics before the questions, as everybody does it, and in the order of their ids: so nobody waits for us while we
     * wait for him.
     */
    void hold(Set<Long> topics) throws SQLException {
        try (PreparedStatement hold =
                connection.prepareStatement("select id, merged from topic where id = ? for update")) {
            for (long topic : new TreeSet<>(topics)) {
                hold.setLong(1, topic);
                try (ResultSet held = hold.executeQuery()) {
                    if (held.next() && held.getBoolean("merged")) {
                        merged.add(topic);
                    }
                }
            }
        }
    }

    boolean isMerged(long topic) {
        return merged.contains(topic);
    }

    void touch(long topic) {
        touched.add(topic);
    }

    /** In the order of their ids. */
    Set<Long> touched() {
        return touched;
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

    /**
     * Questions that were asked after their topic was resolved, and that no person put there, reopen it: where there was
     * something to answer them with, for an answer may wait for the editor who publishes it.
     *
     * @return the topics that are reopened
     */
    List<Long> reopen() throws SQLException {
        List<Long> reopened = new ArrayList<>();
        try (PreparedStatement again = connection.prepareStatement("select id from topic t where id = ?"
                        + " and state = 'RESOLVED' and exists (select 1 from unanswered_question q"
                        + " join conversation c on c.id = q.conversation_id where q.topic_id = t.id"
                        + " and q.asked_at > t.settled_at and not q.placed and q.dismissed_at is null"
                        + " and q.question is not null and " + Eligibility.CONDITION
                        + " and (t.answer_id is null or exists (select 1 from short_answer_revision r"
                        + " where r.answer_id = t.answer_id and r.published_at < q.asked_at)))");
                PreparedStatement reopen = connection.prepareStatement("update topic set state = 'REOPENED',"
                        + " reopened = reopened + 1, reopened_at = ?, version = version + 1, changed_at = ?,"
                        + " changed_by = null where id = ?")) {
            Object now = clock.instant().atOffset(ZoneOffset.UTC);
            for (long topic : touched) {
                again.setLong(1, topic);
                try (ResultSet found = again.executeQuery()) {
                    if (found.next()) {
                        reopened.add(topic);
                        reopen.setObject(1, now);
                        reopen.setObject(2, now);
                        reopen.setLong(3, topic);
                        reopen.addBatch();
                    }
                }
            }
            reopen.executeBatch();
        }
        return reopened;
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
