package org.answerloop.gap.application;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.audit.application.AuditTrail;
import org.answerloop.gap.model.Regrouping;
import org.answerloop.gap.model.TopicName;
import org.answerloop.kernel.Sql;
import org.answerloop.kernel.UnreadableException;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

/**
 * What the grouping keeps. One server groups: whoever writes has the turn in the same transaction. Each call is a short
 * transaction of its own.
 */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class GroupingTables {

    /** In the audit. */
    public static final String REOPENED = "topic.reopened";

    /** Who did what no person did. */
    private static final String BY_ITSELF = "answerloop";

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    @Inject
    private TopicCounts counts;

    @Inject
    private AuditTrail audit;

    /** The id of a topic that begins. */
    public long newTopic() {
        return new Sql()
                .add("select nextval('topic_seq') as id")
                .list(dataSource, row -> row.getLong("id"))
                .get(0);
    }

    /**
     * Keeps what became of questions.
     *
     * @param due all of them
     * @param grouped those whose topic is decided; the others are forgotten
     * @return those of which something else is true in the meantime: nothing was written of them, and they are due again
     */
    public List<Long> keep(String owner, String model, List<DueQuestion> due, List<GroupedQuestion> grouped) {
        List<Long> changed = new ArrayList<>();
        List<GroupedQuestion> ordered = new ArrayList<>(grouped);
        ordered.sort(Comparator.comparingLong(question -> question.from().id()));
        writing(owner, (topics, questions) -> {
            topics.hold(topics(grouped));
            List<GroupedQuestion> kept = new ArrayList<>();
            for (GroupedQuestion question : ordered) {
                if (questions.enter(question)) {
                    kept.add(question);
                } else {
                    changed.add(question.from().id());
                }
            }
            topics.begin(grouped, kept);
            questions.keepVectors(kept, model);
            topics.endLeft(kept);
            questions.forget(
                    due.stream().filter(question -> question.question() == null).toList());
        });
        return changed;
    }

    /** Where they were and where they come to. */
    private static Set<Long> topics(List<GroupedQuestion> questions) {
        Set<Long> topics = new HashSet<>();
        for (GroupedQuestion question : questions) {
            topics.add(question.topic());
            if (question.moved()) {
                topics.add(question.from().topic());
            }
        }
        return topics;
    }

    /**
     * Keeps what grouping anew has changed.
     *
     * @param begun how the topics are called that are new
     * @param renamed how others are called from now on, where nobody has called them
     * @return the questions that were not moved, because something else is true of them in the meantime
     */
    public List<Long> keep(
            String owner,
            String language,
            Regrouping regrouping,
            Map<Long, TopicName> begun,
            Map<Long, TopicName> renamed) {
        List<Long> changed = new ArrayList<>();
        writing(owner, (topics, questions) -> {
            Set<Long> held = new HashSet<>(renamed.keySet());
            held.addAll(regrouping.successors().keySet());
            regrouping.moves().forEach(move -> held.add(move.to()));
            topics.hold(held);
            topics.begin(language, begun);
            topics.rename(renamed);
            changed.addAll(questions.move(regrouping.moves()));
            topics.end(regrouping.successors());
        });
        return changed;
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
            TopicChanges topics = new TopicChanges(connection, clock);
            writing.on(topics, new QuestionChanges(connection, topics));
            for (long topic : topics.reopen()) {
                audit.recordAs(BY_ITSELF, REOPENED, TopicText.subject(topic), "RESOLVED", "REOPENED");
            }
            counts.haveCounted(topics.touched());
        } catch (SQLException e) {
            throw new UnreadableException(e);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void on(TopicChanges topics, QuestionChanges questions) throws SQLException;
    }
}
