package org.answerloop.conversation.infrastructure;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import jakarta.persistence.EntityManager;

import org.answerloop.conversation.model.AuthorKind;
import org.answerloop.conversation.model.ConversationFacts;
import org.answerloop.conversation.model.HandoffTrigger;
import org.answerloop.conversation.model.Rating;

/** Reads what the rule asks of many conversations, in one query a kind, without the text of anything. */
final class FactsQuery {

    private final EntityManager entityManager;
    private final Collection<Long> ids;
    private final Map<Long, ConversationFacts> facts = new HashMap<>();

    FactsQuery(EntityManager entityManager, Collection<Long> ids) {
        this.entityManager = entityManager;
        this.ids = ids;
        ids.forEach(id -> facts.put(id, new ConversationFacts()));
    }

    /** By the id of the conversation. */
    Map<Long, ConversationFacts> read() {
        each(
                "select m.conversation.id, m.occurredAt, m.externalId, m.authorKind, m.groundedAt from Message m"
                        + " where m.conversation.id in :ids and m.authorKind <> "
                        + "org.answerloop.conversation.model.AuthorKind.VISITOR",
                (row, of) -> of.message((Instant) row[1], (String) row[2], (AuthorKind) row[3], (Instant) row[4]));
        each(
                "select h.conversation.id, h.occurredAt, h.eventId, h.trigger from Handoff h"
                        + " where h.conversation.id in :ids",
                (row, of) -> of.handoff((Instant) row[1], (String) row[2], (HandoffTrigger) row[3]));
        each(
                "select r.conversation.id, r.occurredAt, r.eventId, r.messageId from HandoffRequest r"
                        + " where r.conversation.id in :ids",
                (row, of) -> of.handoffRequest((Instant) row[1], (String) row[2], (String) row[3]));
        each(
                "select f.conversation.id, f.occurredAt, f.eventId, f.messageId, f.rating from Feedback f"
                        + " where f.conversation.id in :ids",
                (row, of) -> of.feedback((Instant) row[1], (String) row[2], (String) row[3], (Rating) row[4]));
        return facts;
    }

    private void each(String query, BiConsumer<Object[], ConversationFacts> take) {
        List<Object[]> rows = entityManager
                .createQuery(query, Object[].class)
                .setParameter("ids", ids)
                .getResultList();
        rows.forEach(row -> take.accept(row, facts.get((Long) row[0])));
    }
}
