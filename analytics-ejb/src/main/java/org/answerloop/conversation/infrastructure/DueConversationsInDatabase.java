package org.answerloop.conversation.infrastructure;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;

import org.answerloop.conversation.model.Conversation;
import org.answerloop.resolution.model.DueConversation;
import org.answerloop.resolution.model.DueConversations;

/** The conversations that wait for their verdict: claimed row by row, so that several servers share the work. */
@ApplicationScoped
class DueConversationsInDatabase implements DueConversations {

    private static final String HINT_BATCH = "eclipselink.batch";
    private static final String HINT_BATCH_TYPE = "eclipselink.batch.type";

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Override
    public List<Due> due(Instant now, Due after, int limit) {
        TypedQuery<Object[]> query = entityManager
                .createQuery("""
                        select c.id, c.dueAt
                          from Conversation c
                         where c.dueAt <= :now
                           and (c.dueAt > :at or (c.dueAt = :at and c.id > :id))
                         order by c.dueAt, c.id""", Object[].class)
                .setParameter("now", now)
                .setParameter("at", after == null ? Instant.EPOCH : after.at())
                .setParameter("id", after == null ? Long.MIN_VALUE : after.id())
                .setMaxResults(limit);
        return query.getResultList().stream()
                .map(row -> new Due((Long) row[0], (Instant) row[1]))
                .toList();
    }

    @Override
    public List<DueConversation> claim(Collection<Due> due, Instant now) {
        List<Long> held = hold(due, now);
        if (held.isEmpty()) {
            return List.of();
        }
        return List.copyOf(entityManager
                .createQuery(
                        "select c from Conversation c where c.id in :ids order by c.dueAt, c.id", Conversation.class)
                .setParameter("ids", held)
                .setHint(HINT_BATCH_TYPE, "IN")
                .setHint(HINT_BATCH, "c.messages")
                .setHint(HINT_BATCH, "c.handoffs")
                .setHint(HINT_BATCH, "c.handoffRequests")
                .setHint(HINT_BATCH, "c.feedback")
                .getResultList());
    }

    /** Jakarta Persistence has no words for "skip locked" before 3.2, so this one is SQL. */
    private List<Long> hold(Collection<Due> due, Instant now) {
        String ids =
                String.join(", ", due.stream().map(d -> Long.toString(d.id())).toList());
        @SuppressWarnings("unchecked")
        List<Number> held = entityManager
                .createNativeQuery("select id from conversation where due_at <= ?1 and outcome is null and id in ("
                        + ids + ") order by id for update skip locked")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .getResultList();
        return held.stream().map(Number::longValue).toList();
    }

    @Override
    public void putAside(Due due, Instant until) {
        entityManager
                .createQuery(
                        "update Conversation c set c.dueAt = :until where c.id = :id and c.verdict.outcome is null")
                .setParameter("until", until)
                .setParameter("id", due.id())
                .executeUpdate();
    }
}
