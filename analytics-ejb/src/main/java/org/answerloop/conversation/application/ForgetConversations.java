package org.answerloop.conversation.application;

import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.conversation.model.ConversationLength;
import org.answerloop.kernel.Sql;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

/** Forgets what was said in conversations whose time has passed, in the caller's transaction. */
@Stateless
@TransactionAttribute(MANDATORY)
public class ForgetConversations {

    /** Of so many messages in one transaction; a conversation that has more is forgotten alone. */
    private static final long MOST_MESSAGES = 20_000;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Inject
    private ConversationRows rows;

    /**
     * The oldest first; one that still waits for its verdict is left alone, and so is one that somebody else holds.
     *
     * @param before conversations that began before this moment
     * @param limit at most so many, and fewer where they are long
     * @return the ids of those that were forgotten; none when no more are left
     */
    public List<Long> forget(Instant before, int limit) {
        List<Long> old = ConversationLength.first(hold(before, limit), MOST_MESSAGES);
        rows.forget(old);
        Sql.updateAll(dataSource, """
                update conversation
                   set version = version + 1, redacted = true, ticket_id = null, ticket_url = null,
                       closed_by_id = case when closed_by_kind = 'VISITOR' then null else closed_by_id end,
                       closed_by_name = case when closed_by_kind = 'VISITOR' then null else closed_by_name end
                 where id = ?""", old.stream().map(id -> new Object[] {id}).toList());
        return old;
    }

    private List<ConversationLength> hold(Instant before, int limit) {
        return new Sql()
                .add("select id, message_count from conversation where not redacted and began_at < ?", before)
                .add("and due_at is null order by began_at, id fetch first " + limit + " rows only")
                .add("for update skip locked")
                .list(dataSource, row -> new ConversationLength(row.getLong("id"), row.getLong("message_count")));
    }
}
