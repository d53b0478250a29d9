package org.answerloop.gap.application;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.gap.model.GroupingDue;
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

    /** So many ids in one statement. */
    private static final int AT_ONCE = 1_000;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    @Inject
    private TopicCounts counts;

    /** At most so many that the grouping has something to do with, the most urgent first, and then in the order in which they came. */
    public List<DueQuestion> due(int limit, String model) {
        List<DueQuestion> due = new ArrayList<>();
        for (GroupingDue kind : GroupingDue.values()) {
            // One statement each: so the index gives them in their order, however many wait.
            if (due.size() < limit) {
                due.addAll(due(kind, limit - due.size(), model));
            }
        }
        return due;
    }

    private List<DueQuestion> due(GroupingDue kind, int limit, String model) {
        return new Sql()
                .add(
                        "select q.id, q.question, q.topic_id, q.placed, c.language, t.language as topic_language, v.vector")
                .add("from unanswered_question q join conversation c on c.id = q.conversation_id")
                .add("left join topic t on t.id = q.topic_id")
                .add("left join question_vector v on v.question_id = q.id and v.model = ?", model)
                .add("where q.grouping_due = ?", kind.code())
                .add("order by q.id fetch first " + limit + " rows only")
                .list(dataSource, row -> {
                    long topic = row.getLong("topic_id");
                    return new DueQuestion(
                            row.getLong("id"),
                            kind,
                            row.getString("question"),
                            row.getString("language"),
                            topic == 0 ? null : topic,
                            row.getString("topic_language"),
                            row.getBoolean("placed"),
                            row.getBytes("vector"));
                });
    }

    /** Those that have a topic, in the order of their ids, after the given one. */
    public List<KnownQuestion> known(long after, int limit, String model) {
        return known(model)
                .add("and q.id > ? order by q.id fetch first " + limit + " rows only", after)
                .list(dataSource, GroupingTables::known);
    }

    /** Those of the given ones that have a topic. */
    public List<KnownQuestion> known(Collection<Long> questions, String model) {
        List<KnownQuestion> known = new ArrayList<>();
        List<Long> all = List.copyOf(questions);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            known.addAll(known(model)
                    .addIn("q.id", all.subList(from, Math.min(from + AT_ONCE, all.size())))
                    .add("order by q.id")
                    .list(dataSource, GroupingTables::known));
        }
        return known;
    }

    private static Sql known(String model) {
        return new Sql()
                .add("select q.id, q.question, q.topic_id, q.placed, t.language, v.vector from unanswered_question q")
                .add("join topic t on t.id = q.topic_id")
                .add("left join question_vector v on v.question_id = q.id and v.model = ?", model)
                .add("where q.question is not null");
    }

    private static KnownQuestion known(ResultSet row) throws SQLException {
        return new KnownQuestion(
                row.getLong("id"),
                row.getString("language"),
                row.getString("question"),
                row.getLong("topic_id"),
                row.getBoolean("placed"),
                row.getBytes("vector"));
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
     * Keeps what became of questions.
     *
     * @param due all of them
     * @param grouped those whose topic is decided; the others are forgotten
     * @return those of which something else is true in the meantime: nothing was written of them, and they are due again
     */
    public List<Long> keep(String owner, String model, List<DueQuestion> due, List<GroupedQuestion> grouped) {
        List<Long> changed = new ArrayList<>();
        writing(owner, changes -> {
            changes.hold(topics(grouped));
            List<GroupedQuestion> kept = new ArrayList<>();
            for (GroupedQuestion question : grouped) {
                if (changes.enter(question)) {
                    kept.add(question);
                } else {
                    changed.add(question.from().id());
                }
            }
            changes.begin(grouped, kept);
            changes.keepVectors(kept, model);
            changes.endLeft(kept);
            changes.forget(
                    due.stream().filter(question -> question.question() == null).toList());
            counts.haveCounted(topics(kept));
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
        writing(owner, changes -> {
            Set<Long> held = new HashSet<>(renamed.keySet());
            held.addAll(regrouping.successors().keySet());
            changes.hold(held);
            changes.begin(language, begun);
            changes.rename(renamed);
            changed.addAll(changes.move(regrouping.moves()));
            changes.end(regrouping.successors());
            counts.haveCounted(regrouping.moves().stream()
                    .flatMap(move -> Stream.of(move.from(), move.to()))
                    .toList());
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
            writing.on(new GroupingChanges(connection, clock));
        } catch (SQLException e) {
            throw new UnreadableException(e);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void on(GroupingChanges changes) throws SQLException;
    }
}
