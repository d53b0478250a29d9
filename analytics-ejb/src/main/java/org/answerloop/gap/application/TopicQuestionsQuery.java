package org.answerloop.gap.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

import org.answerloop.conversation.model.TicketHosts;
import org.answerloop.gap.model.QuestionFilter;
import org.answerloop.gap.model.Signal;
import org.answerloop.gap.model.TopicQuestion;
import org.answerloop.gap.model.TopicQuestion.Dismissal;
import org.answerloop.gap.model.TopicQuestions;
import org.answerloop.kernel.PageCursor;
import org.answerloop.kernel.Sql;

/** Pages through the questions of a topic. */
final class TopicQuestionsQuery {

    private final DataSource dataSource;
    private final long topic;
    private final QuestionFilter filter;
    private final TicketHosts tickets;

    TopicQuestionsQuery(DataSource dataSource, long topic, QuestionFilter filter, TicketHosts tickets) {
        this.dataSource = dataSource;
        this.topic = topic;
        this.filter = filter;
        this.tickets = tickets;
    }

    TopicQuestions page(String cursor, int size) {
        Sql sql = questions("select q.id, q.question, q.asked_at, q.signal, q.conversation_id, q.dismissed_at,"
                + " q.dismissed_by, q.dismissal_reason, c.source, c.external_id, c.channel, c.ticket_id, c.ticket_url");
        if (cursor != null && !cursor.isBlank()) {
            PageCursor after = PageCursor.parse(cursor);
            sql.add(
                    "and (q.asked_at, q.id) < (cast(? as timestamp with time zone), ?)",
                    after.moment(),
                    after.number());
        }
        List<TopicQuestion> found = sql.add(
                        "order by q.asked_at desc, q.id desc fetch first " + (size + 1) + " rows only")
                .list(dataSource, this::question);
        List<TopicQuestion> rows = found.subList(0, Math.min(size, found.size()));
        TopicQuestion last = found.size() > size ? rows.get(size - 1) : null;
        String next = last == null ? null : new PageCursor(last.askedAt(), Long.toString(last.id())).text();
        long total = questions("select count(*) as total")
                .list(dataSource, row -> row.getLong("total"))
                .get(0);
        return new TopicQuestions(rows, next, total);
    }

    private Sql questions(String columns) {
        Sql sql = new Sql()
                .add(columns)
                .add(CountedQuestions.FROM + " where " + CountedQuestions.LISTED)
                .add("and q.topic_id = ?", topic);
        switch (filter.which()) {
            case COUNTED -> sql.add("and " + CountedQuestions.COUNTS);
            case DISMISSED -> sql.add("and not (" + CountedQuestions.COUNTS + ")");
            case ALL -> {
                // Nothing is left out.
            }
        }
        CountedQuestions.addConversation(sql, filter.channel(), filter.customerAgent());
        return CountedQuestions.addRange(sql, "q.asked_at", filter.from(), filter.to());
    }

    private TopicQuestion question(ResultSet row) throws SQLException {
        Instant dismissedAt = Sql.moment(row, "dismissed_at");
        return new TopicQuestion(
                row.getLong("id"),
                row.getString("question"),
                Sql.moment(row, "asked_at"),
                Signal.valueOf(row.getString("signal")),
                row.getLong("conversation_id"),
                row.getString("source"),
                row.getString("external_id"),
                row.getString("channel"),
                row.getString("ticket_id"),
                tickets.address(row.getString("ticket_url")),
                dismissedAt == null
                        ? null
                        : new Dismissal(dismissedAt, row.getString("dismissed_by"), row.getString("dismissal_reason")));
    }
}
