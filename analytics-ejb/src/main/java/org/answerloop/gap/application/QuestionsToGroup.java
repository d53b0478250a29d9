package org.answerloop.gap.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;

import org.answerloop.gap.model.GroupingDue;
import org.answerloop.kernel.Sql;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

/** Reads what the grouping has to know of questions. Each call is a short transaction of its own. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class QuestionsToGroup {

    /** So many ids in one statement. */
    private static final int AT_ONCE = 1_000;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

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

    /** Those that have a topic and came before the given one, the latest first. */
    public List<KnownQuestion> known(long before, int limit, String model) {
        return known(model)
                .add("and q.id < ? order by q.id desc fetch first " + limit + " rows only", before)
                .list(dataSource, QuestionsToGroup::known);
    }

    /** The last question of each topic whose last one came before the given one, the latest first. */
    public List<Long> lastOfTopics(long before, int limit) {
        return new Sql()
                .add(
                        "select max(id) as id from unanswered_question where topic_id is not null and question is not null")
                .add("group by topic_id having max(id) < ?", before)
                .add("order by max(id) desc fetch first " + limit + " rows only")
                .list(dataSource, row -> row.getLong("id"));
    }

    /** Those of the given ones that have a topic. */
    public List<KnownQuestion> known(Collection<Long> questions, String model) {
        List<KnownQuestion> known = new ArrayList<>();
        List<Long> all = List.copyOf(questions);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            known.addAll(known(model)
                    .addIn("q.id", all.subList(from, Math.min(from + AT_ONCE, all.size())))
                    .add("order by q.id")
                    .list(dataSource, QuestionsToGroup::known));
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

    /** The texts of the questions, in the given order; those that are redacted are left out. */
    public List<String> texts(List<Long> questions) {
        Map<Long, String> byId = new HashMap<>();
        new Sql()
                .add("select id, question from unanswered_question where question is not null")
                .addIn("id", questions)
                .list(dataSource, row -> byId.put(row.getLong("id"), row.getString("question")));
        return questions.stream().map(byId::get).filter(Objects::nonNull).toList();
    }
}
