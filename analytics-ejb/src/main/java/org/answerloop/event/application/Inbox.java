package org.answerloop.event.application;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.answerloop.event.model.InboxEvent;
import org.answerloop.event.model.QuarantinedEvent;

/** Every accepted event, known by source and id for ever, and those that were refused. */
@ApplicationScoped
class Inbox {

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

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

    public boolean isEmpty() {
        return entityManager
                .createQuery("select e.id from InboxEvent e", Long.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    public void keep(InboxEvent event) {
        entityManager.persist(event);
    }

    public void quarantine(QuarantinedEvent event) {
        entityManager.persist(event);
    }

    /** Takes the text of conversations away, of what was refused too; that the events came, and what they said to a fingerprint, stays. */
    public void forget(Collection<Long> conversationIds) {
        entityManager
                .createQuery("update InboxEvent e set e.payload = '' where e.conversationId in :ids")
                .setParameter("ids", conversationIds)
                .executeUpdate();
        entityManager.createQuery("""
                        update QuarantinedEvent e
                           set e.payload = ''
                         where exists (select c.id
                                         from Conversation c
                                        where c.id in :ids
                                          and c.externalId = e.subject
                                          and c.source = e.source)""").setParameter("ids", conversationIds).executeUpdate();
    }
}
