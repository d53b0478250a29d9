package org.answerloop.conversation.infrastructure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

import org.answerloop.conversation.model.AuthorKind;
import org.answerloop.conversation.model.ConversationFacts;
import org.answerloop.conversation.model.HandoffTrigger;
import org.answerloop.conversation.model.Rating;
import org.answerloop.kernel.Sql;

/** Reads what the rule asks of many conversations, in one query a kind, without the text of anything. */
final class FactsQuery {

    private static final String OF_CONVERSATIONS =
            "from unnest(cast(? as bigint array)) as asked (id) join %s f on f.conversation_id = asked.id";

    /** How many facts it reads of conversation {@code c}, in SQL. */
    static final String COUNT = "c.message_count"
            + " + (select count(*) from feedback f where f.conversation_id = c.id)"
            + " + (select count(*) from handoff h where h.conversation_id = c.id)"
            + " + (select count(*) from handoff_request r where r.conversation_id = c.id)";

    /** So many are held at a time, or those of one conversation that has more. */
    static final long MOST = 100_000;

    private final DataSource dataSource;
    private final Long[] ids;
    private final Map<Long, ConversationFacts> facts = new HashMap<>();

    FactsQuery(DataSource dataSource, Collection<Long> ids) {
        this.dataSource = dataSource;
        this.ids = ids.toArray(Long[]::new);
        ids.forEach(id -> facts.put(id, new ConversationFacts()));
    }

    /** By the id of the conversation. */
    Map<Long, ConversationFacts> read() {
        each(
                "message",
                "f.external_id, f.author_kind, f.grounded_at",
                "where f.author_kind <> 'VISITOR'",
                (row, of) -> of.message(
                        Sql.moment(row, "occurred_at"),
                        row.getString("external_id"),
                        AuthorKind.valueOf(row.getString("author_kind")),
                        Sql.moment(row, "grounded_at")));
        each(
                "handoff",
                "f.event_id, f.handoff_trigger",
                "",
                (row, of) -> of.handoff(
                        Sql.moment(row, "occurred_at"),
                        row.getString("event_id"),
                        HandoffTrigger.valueOf(row.getString("handoff_trigger"))));
        each(
                "handoff_request",
                "f.event_id, f.message_id",
                "",
                (row, of) -> of.handoffRequest(
                        Sql.moment(row, "occurred_at"), row.getString("event_id"), row.getString("message_id")));
        each(
                "feedback",
                "f.event_id, f.message_id, f.rating",
                "",
                (row, of) -> of.feedback(
                        Sql.moment(row, "occurred_at"),
                        row.getString("event_id"),
                        row.getString("message_id"),
                        Rating.valueOf(row.getString("rating"))));
        return facts;
    }

    private void each(String table, String columns, String condition, Taking taking) {
        new Sql()
                .add("select f.conversation_id, f.occurred_at, " + columns)
                .add(OF_CONVERSATIONS.replace("%s", table), (Object) ids)
                .add(condition)
                .list(dataSource, row -> {
                    taking.take(row, facts.get(row.getLong("conversation_id")));
                    return null;
                });
    }

    @FunctionalInterface
    private interface Taking {
        void take(ResultSet row, ConversationFacts facts) throws SQLException;
    }
}
