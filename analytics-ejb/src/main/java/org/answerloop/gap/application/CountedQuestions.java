package org.answerloop.gap.application;

import java.time.Instant;
import java.util.Collection;

import org.answerloop.conversation.model.Eligibility;
import org.answerloop.gap.model.TopicFilter;
import org.answerloop.kernel.Sql;

/**
 * What counts of a topic's questions, said once: for the list, for what is counted beforehand and for the questions that the
 * topic's page lists. {@code q} is the question and {@code c} its conversation.
 */
final class CountedQuestions {

    /** That a question is listed at all; a dismissed one is, and counts nowhere. */
    static final String LISTED = "q.question is not null and " + Eligibility.CONDITION;

    /** That a listed question counts. */
    static final String COUNTS = "q.dismissed_at is null";

    static final String FROM = "from unanswered_question q join conversation c on c.id = q.conversation_id";

    private CountedQuestions() {}

    /** Adds the columns conversations, unresolved, dismissed and last_asked_at, which a row of the table topic has as well. */
    static Sql addFigures(Sql sql, Instant from, Instant to) {
        sql.add("count(distinct case when " + COUNTS + " then q.conversation_id end) as conversations,")
                .add("count(distinct case when " + COUNTS + " and c.outcome = 'NOT_RESOLVED'");
        addRange(sql, "c.first_part_at", from, to);
        return sql.add("then q.conversation_id end) as unresolved,")
                .add("count(q.dismissed_at) as dismissed,")
                .add("coalesce(max(case when " + COUNTS + " then q.asked_at end), max(q.asked_at)) as last_asked_at");
    }

    /**
     * The figures of the topics, each in a row with its topic_id; of those without a question that is listed under the filter
     * there is none.
     */
    static Sql addFiguresOf(Sql sql, Collection<Long> topics, TopicFilter filter) {
        sql.add("select q.topic_id,");
        addAsked(sql, filter).addIn("q.topic_id", topics);
        return sql.add("group by q.topic_id");
    }

    /** The figures of what was asked under the filter, to be grouped. */
    static Sql addAsked(Sql sql, TopicFilter filter) {
        addFigures(sql, filter.from(), filter.to()).add(FROM + " where " + LISTED);
        addConversation(sql, filter.channel(), filter.customerAgent());
        return addRange(sql, "q.asked_at", filter.from(), filter.to());
    }

    static Sql addConversation(Sql sql, String channel, String customerAgent) {
        return sql.addEqual("c.channel", channel).addEqual("c.agent_id", customerAgent);
    }

    /** That the moment is in the half-open range; null leaves a side open. */
    static Sql addRange(Sql sql, String moment, Instant from, Instant to) {
        if (from != null) {
            sql.add("and " + moment + " >= ?", from);
        }
        if (to != null) {
            sql.add("and " + moment + " < ?", to);
        }
        return sql;
    }
}
