package org.answerloop.gap.application;

import java.util.List;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.conversation.model.ConversationLength;
import org.answerloop.kernel.Sql;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

/** Derives questions from conversations of which something was told: a short transaction each, of whichever server comes first. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class DeriveFromChanged {

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Inject
    private DerivationQueue queue;

    @Inject
    private DeriveQuestions questions;

    /** Those that are next, by their ids; of so many messages between them as one transaction goes through. */
    public List<Long> next(int limit) {
        List<Long> noted = queue.some(limit);
        return noted.isEmpty()
                ? List.of()
                : ConversationLength.first(lengths(noted, ""), GoThroughConversations.MOST_MESSAGES);
    }

    /** @return how many it derived from: those that somebody else holds are left for later */
    public int derive(List<Long> conversations) {
        List<Long> held = lengths(conversations, "for update skip locked").stream()
                .map(ConversationLength::id)
                .toList();
        if (!held.isEmpty()) {
            questions.derive(held);
            queue.remove(held);
        }
        return held.size();
    }

    /** Leaves it out until something is told of it again. */
    public void passOver(long conversation) {
        queue.remove(List.of(conversation));
    }

    private List<ConversationLength> lengths(List<Long> conversations, String hold) {
        return new Sql()
                .add("select id, message_count from conversation where 1 = 1")
                .addIn("id", conversations)
                .add("order by external_id " + hold)
                .list(dataSource, row -> new ConversationLength(row.getLong("id"), row.getLong("message_count")));
    }
}
