package org.answerloop.gap.application;

import java.util.List;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.kernel.Sql;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

/** Counts topics of which something changed, in short transactions; several servers may do so at once. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class CountStaleTopics {

    private static final int CONVERSATIONS = 1_000;
    private static final int TOPICS = 50;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Inject
    private TopicCounts counts;

    /** For the container. */
    public CountStaleTopics() {}

    public CountStaleTopics(DataSource dataSource, TopicCounts counts) {
        this.dataSource = dataSource;
        this.counts = counts;
    }

    /**
     * Finds the topics of conversations that changed.
     *
     * @return whether there may be more
     */
    public boolean findTopics() {
        List<long[]> stale = new Sql()
                .add("select id, conversation_id from stale_topic where topic_id is null")
                .add("order by id fetch first " + CONVERSATIONS + " rows only for update skip locked")
                .list(dataSource, row -> new long[] {row.getLong("id"), row.getLong("conversation_id")});
        if (stale.isEmpty()) {
            return false;
        }
        List<Long> conversations = stale.stream().map(row -> row[1]).distinct().toList();
        new Sql()
                .add("insert into stale_topic (topic_id)")
                .add("select distinct topic_id from unanswered_question where topic_id is not null")
                .addIn("conversation_id", conversations)
                .update(dataSource);
        new Sql()
                .add("delete from stale_topic where 1 = 1")
                .addIn("id", stale.stream().map(row -> row[0]).toList())
                .update(dataSource);
        return stale.size() == CONVERSATIONS;
    }

    /**
     * Counts some topics.
     *
     * @param after the id of the last one before
     * @return the id of the last one; 0 where there are no more
     */
    public long count(long after) {
        List<Long> topics = new Sql()
                .add("select distinct topic_id from stale_topic where topic_id > ?", after)
                .add("order by topic_id fetch first " + TOPICS + " rows only")
                .list(dataSource, row -> row.getLong("topic_id"));
        counts.count(topics);
        return topics.size() < TOPICS ? 0 : topics.get(TOPICS - 1);
    }
}
