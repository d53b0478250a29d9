package org.answerloop.event.application;

import java.util.Collection;
import java.util.List;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** What was taken in of a conversation. */
@Stateless
public class InboxReader {

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    /** @return the ids of the conversation's events of these types, in the order in which they occurred */
    public List<String> ids(String source, String conversation, Collection<String> types) {
        return entityManager
                .createQuery("""
                        select e.eventId
                          from InboxEvent e, Conversation c
                         where c.source = :source
                           and c.externalId = :conversation
                           and e.conversationId = c.id
                           and e.type in :types
                         order by e.occurredAt, e.id""", String.class)
                .setParameter("source", source)
                .setParameter("conversation", conversation)
                .setParameter("types", types)
                .getResultList();
    }
}
