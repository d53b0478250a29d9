package org.answerloop.gap.application;

import java.util.List;
import javax.sql.DataSource;

import org.answerloop.gap.model.Passage;
import org.answerloop.kernel.Sql;

/** What teammates wrote after the handoff in the conversations of a topic. */
final class PassagesQuery {

    private static final int CONVERSATIONS = 200;
    private static final int PASSAGES = 50;

    private final DataSource dataSource;

    PassagesQuery(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    List<Passage> of(long topic) {
        return new Sql()
                .add("select m.text, m.author_name, m.occurred_at, m.conversation_id from message m")
                .add("join conversation h on h.id = m.conversation_id")
                .add("where m.author_kind = 'TEAMMATE' and m.text is not null and m.occurred_at >= h.first_handoff_at")
                .add("and m.conversation_id in (select latest.conversation_id from (select q.conversation_id")
                .add(CountedQuestions.FROM + " where " + CountedQuestions.LISTED + " and " + CountedQuestions.COUNTS)
                .add("and q.topic_id = ?", topic)
                .add("order by q.asked_at desc fetch first " + CONVERSATIONS + " rows only) latest)")
                .add("order by m.occurred_at desc, m.id desc fetch first " + PASSAGES + " rows only")
                .list(
                        dataSource,
                        row -> new Passage(
                                row.getString("text"),
                                row.getString("author_name"),
                                Sql.moment(row, "occurred_at"),
                                row.getLong("conversation_id")));
    }
}
