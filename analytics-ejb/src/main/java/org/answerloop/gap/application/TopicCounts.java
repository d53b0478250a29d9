package org.answerloop.gap.application;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Observes;

import org.answerloop.conversation.application.EligibilityChanged;
import org.answerloop.kernel.Sql;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

/** Keeps what is counted of each topic beforehand, in the transaction of whoever changes it. */
@Stateless
@TransactionAttribute(MANDATORY)
public class TopicCounts {

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    /** For the container. */
    public TopicCounts() {}

    public TopicCounts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Counts the topics now. They stay locked until the end, so of two that count one topic the second sees what the first saw. */
    public void count(Collection<Long> topics) {
        if (topics.isEmpty()) {
            return;
        }
        List<Long> ordered = List.copyOf(new TreeSet<>(topics));
        new Sql()
                .add("select id from topic where 1 = 1")
                .addIn("id", ordered)
                .add("order by id for update")
                .list(dataSource, row -> row.getLong("id"));
        new Sql()
                .add("delete from stale_topic where 1 = 1")
                .addIn("topic_id", ordered)
                .update(dataSource);
        Sql sql = new Sql().add("update topic set (conversations, unresolved, dismissed, last_asked_at) = (select");
        CountedQuestions.addFigures(sql, null, null)
                .add(CountedQuestions.FROM + " where q.topic_id = topic.id and " + CountedQuestions.LISTED + ")")
                .add("where 1 = 1")
                .addIn("id", ordered)
                .update(dataSource);
        forgetTitles(ordered);
    }

    /** A topic that has no question left is called after one that is elsewhere: it has to be forgotten with it, and would not be. */
    private void forgetTitles(List<Long> topics) {
        new Sql()
                .add("update topic set title = '', phrases = '' where not named and title <> ''")
                .addIn("id", topics)
                .add("and not exists (select 1 from unanswered_question q")
                .add("where q.topic_id = topic.id and q.question is not null)")
                .update(dataSource);
    }

    /** Has the topics counted soon. */
    public void haveCounted(Collection<Long> topics) {
        Sql.updateAll(
                dataSource,
                "insert into stale_topic (topic_id) values (?)",
                new TreeSet<>(topics).stream().map(id -> new Object[] {id}).toList());
    }

    /** Has every topic counted soon that was asked about in the conversations. */
    public void haveCountedOf(Collection<Long> conversations) {
        if (conversations.isEmpty()) {
            return;
        }
        // The conversation and not its topic: whoever groups the question meanwhile may not have written it yet.
        new Sql()
                .add("insert into stale_topic (conversation_id)")
                .add("select distinct conversation_id from unanswered_question where 1 = 1")
                .addIn("conversation_id", conversations)
                .update(dataSource);
    }

    /** Has all of them counted soon. */
    public void haveAllCounted(@Observes EligibilityChanged changed) {
        new Sql().add("insert into stale_topic (topic_id) select id from topic").update(dataSource);
    }
}
