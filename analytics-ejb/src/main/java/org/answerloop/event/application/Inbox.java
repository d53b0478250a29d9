package org.answerloop.event.application;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.answerloop.conversation.application.VerdictsReplaced;
import org.answerloop.conversation.model.ConversationKey;
import org.answerloop.event.model.InboxEvent;
import org.answerloop.event.model.QuarantinedEvent;
import org.answerloop.kernel.PageCursor;

/** Every accepted event, known by source and id for ever, and those that were refused. */
@ApplicationScoped
class Inbox {

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private InboxRows rows;

    @Inject
    private Event<TextForgotten> forgotten;

    /** @return the fingerprints of those that are known, by id */
    public Map<String, String> fingerprints(String source, Collection<String> ids) {
        Map<String, String> known = new HashMap<>();
        List<Object[]> rows = entityManager
                .createQuery("""
                        select e.eventId, e.contentHash
                          from InboxEvent e
                         where e.source = :source
                           and e.eventId in :ids""", Object[].class)
                .setParameter("source", source)
                .setParameter("ids", ids)
                .getResultList();
        rows.forEach(row -> known.put((String) row[0], (String) row[1]));
        return known;
    }

    /** What was late has been weighed by now. */
    void weighed(@Observes VerdictsReplaced replaced) {
        rows.takeLateMarksAway(replaced.deadlines());
    }

    public boolean isEmpty() {
        return entityManager
                .createQuery("select e.id from InboxEvent e", Long.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    public void keep(List<InboxEvent> events) {
        rows.insert(events);
    }

    /** Keeps what was refused: what came before counts once more, and what was redacted comes without its text. */
    public void quarantine(List<QuarantinedEvent> refused) {
        if (refused.isEmpty()) {
            return;
        }
        Map<String, QuarantinedEvent> waiting = new HashMap<>();
        entityManager
                .createQuery("""
                        select e
                          from QuarantinedEvent e
                         where e.fingerprint in :fingerprints
                           and e.state = org.answerloop.event.model.QuarantineState.OPEN""", QuarantinedEvent.class)
                .setParameter(
                        "fingerprints",
                        refused.stream().map(QuarantinedEvent::fingerprint).toList())
                .getResultList()
                .forEach(event -> waiting.put(event.fingerprint(), event));
        Set<ConversationKey> redacted = redactedAmong(refused);
        for (QuarantinedEvent event : refused) {
            QuarantinedEvent known = waiting.putIfAbsent(event.fingerprint(), event);
            if (known != null) {
                known.cameAgain(event.receivedAt());
                continue;
            }
            if (redacted.contains(event.conversation())) {
                event.forget();
            }
            entityManager.persist(event);
        }
    }

    private Set<ConversationKey> redactedAmong(List<QuarantinedEvent> refused) {
        List<Object[]> rows = entityManager
                .createQuery("""
                        select c.source, c.externalId
                          from Conversation c
                         where c.externalId in :ids
                           and c.redacted = true""", Object[].class)
                .setParameter(
                        "ids",
                        refused.stream()
                                .map(event ->
                                        String.valueOf(event.conversation().externalId()))
                                .toList())
                .getResultList();
        return rows.stream()
                .map(row -> new ConversationKey((String) row[0], (String) row[1]))
                .collect(Collectors.toSet());
    }

    /** Takes the text of conversations away, of what was refused too; that the events came, and their fingerprints, stay. */
    public void forget(Collection<Long> conversationIds) {
        entityManager
                .createQuery("update InboxEvent e set e.payload = :forgotten where e.conversationId in :ids")
                .setParameter("forgotten", InboxEvent.FORGOTTEN)
                .setParameter("ids", conversationIds)
                .executeUpdate();
        forgetRefused(entityManager
                .createQuery("""
                        select e.id
                          from QuarantinedEvent e, Conversation c
                         where c.id in :ids
                           and c.externalId = e.subject
                           and c.source = e.source""", Long.class)
                .setParameter("ids", conversationIds)
                .getResultList());
        forgotten.fire(new TextForgotten(conversationIds));
    }

    /**
     * Takes the text of refused events away, the oldest first.
     *
     * @param before those that were received before this moment
     * @param after the last one that was looked at; null for the first
     * @return the last one that was looked at now; null when no more are left
     */
    public PageCursor forgetRefused(Instant before, PageCursor after, int limit) {
        List<Object[]> old = entityManager
                .createQuery("""
                        select e.id, e.receivedAt
                          from QuarantinedEvent e
                         where e.receivedAt < :before
                           and (e.receivedAt > :moment or (e.receivedAt = :moment and e.id > :id))
                           and e.payload <> :forgotten
                         order by e.receivedAt, e.id""", Object[].class)
                .setParameter("before", before)
                .setParameter("moment", after == null ? Instant.EPOCH : after.moment())
                .setParameter("id", after == null ? 0L : after.number())
                .setParameter("forgotten", InboxEvent.FORGOTTEN)
                .setMaxResults(limit)
                .getResultList();
        if (old.isEmpty()) {
            return null;
        }
        forgetRefused(old.stream().map(row -> (Long) row[0]).toList());
        Object[] last = old.get(old.size() - 1);
        return new PageCursor((Instant) last[1], String.valueOf(last[0]));
    }

    private void forgetRefused(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            entityManager
                    .createQuery("update QuarantinedEvent e set e.payload = :forgotten where e.id in :ids")
                    .setParameter("forgotten", InboxEvent.FORGOTTEN)
                    .setParameter("ids", ids)
                    .executeUpdate();
        }
    }
}
