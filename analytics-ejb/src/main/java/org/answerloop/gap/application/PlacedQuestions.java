package org.answerloop.gap.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;

import org.answerloop.gap.model.GroupingDue;
import org.answerloop.kernel.Sql;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

/**
 * What a person decides about questions of a topic: where they belong, and whether they count. The grouping is told of each
 * question whose place was decided and leaves it there. Whoever calls holds the topics; the questions are locked
 * in the order of their ids, as the grouping does.
 */
@Stateless
@TransactionAttribute(MANDATORY)
public class PlacedQuestions {

    /** Told to the grouping: a person decided where it belongs. A question that is to be forgotten stays so. */
    private static final String PLACED =
            "placed = true, grouping_due = case when question is null then grouping_due else "
                    + GroupingDue.PLACED.code() + " end";

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    /** A question and the topic where it is. */
    public record Place(long question, long topic) {}

    /** The questions that there are of those, with their topics; they stay where they are until the end. */
    public List<Place> hold(Collection<Long> questions) {
        if (questions.isEmpty()) {
            return List.of();
        }
        return hold(new Sql()
                .add("select id, topic_id from unanswered_question where topic_id is not null and question is not null")
                .addIn("id", new TreeSet<>(questions)));
    }

    /** Every question of the topics, with those that nothing is left of; they stay where they are until the end. */
    public List<Place> holdAllOf(Collection<Long> topics) {
        return hold(new Sql()
                .add("select id, topic_id from unanswered_question where 1 = 1")
                .addIn("topic_id", topics));
    }

    private List<Place> hold(Sql questions) {
        return questions
                .add("order by id for update")
                .list(dataSource, row -> new Place(row.getLong("id"), row.getLong("topic_id")));
    }

    /** The topics of the questions as they are now; they may be others a moment later. */
    public Collection<Long> topicsOf(Collection<Long> questions) {
        if (questions.isEmpty()) {
            return List.of();
        }
        return new Sql()
                .add("select distinct topic_id from unanswered_question where topic_id is not null")
                .addIn("id", questions)
                .list(dataSource, row -> row.getLong("topic_id"));
    }

    /** How many questions the topic has of which something is left. */
    public long count(long topic) {
        return new Sql()
                .add(
                        "select count(*) as questions from unanswered_question where topic_id = ? and question is not null",
                        topic)
                .list(dataSource, row -> row.getLong("questions"))
                .get(0);
    }

    public void put(List<Place> held, long topic) {
        Sql.updateAll(
                dataSource,
                "update unanswered_question set topic_id = ?, " + PLACED + " where id = ?",
                held.stream()
                        .map(place -> new Object[] {topic, place.question()})
                        .toList());
    }

    /** The questions that the topic has by now are settled with it: they stay. */
    public void keepIn(long topic) {
        List<Long> questions = new Sql()
                .add(
                        "select id from unanswered_question where topic_id = ? and not placed and question is not null",
                        topic)
                .add("order by id for update")
                .list(dataSource, row -> row.getLong("id"));
        Sql.updateAll(
                dataSource,
                "update unanswered_question set " + PLACED + " where id = ?",
                questions.stream().map(id -> new Object[] {id}).toList());
    }

    /**
     * @param reason null where none was given
     * @return those that counted until now
     */
    public List<Long> dismiss(long topic, Collection<Long> questions, String reason, String by, Instant at) {
        List<Long> counting = ofTopic(topic, questions, "dismissed_at is null");
        Sql.updateAll(
                dataSource,
                "update unanswered_question set dismissed_at = ?, dismissed_by = ?, dismissal_reason = ? where id = ?",
                counting.stream().map(id -> new Object[] {at, by, reason, id}).toList());
        return counting;
    }

    /** @return those that did not count until now */
    public List<Long> restore(long topic, Collection<Long> questions) {
        List<Long> dismissed = ofTopic(topic, questions, "dismissed_at is not null");
        Sql.updateAll(
                dataSource,
                "update unanswered_question set dismissed_at = null, dismissed_by = null, dismissal_reason = null"
                        + " where id = ?",
                dismissed.stream().map(id -> new Object[] {id}).toList());
        return dismissed;
    }

    private List<Long> ofTopic(long topic, Collection<Long> questions, String condition) {
        if (questions.isEmpty()) {
            return List.of();
        }
        return new Sql()
                .add("select id from unanswered_question where topic_id = ? and question is not null", topic)
                .add("and " + condition)
                .addIn("id", new TreeSet<>(questions))
                .add("order by id for update")
                .list(dataSource, row -> row.getLong("id"));
    }
}
