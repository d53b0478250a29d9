package org.answerloop.conversation.application;

import java.time.Instant;
import java.util.List;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.answerloop.conversation.model.Conversation;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

/** Forgets what was said in conversations whose time has passed, in the caller's transaction. */
@Stateless
@TransactionAttribute(MANDATORY)
public class ForgetConversations {

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    /**
     * The oldest first; one that still waits for its verdict is left alone.
     *
     * @param before conversations that began before this moment
     * @return the ids of those that were forgotten; fewer than the limit when no more are left
     */
    public List<Long> forget(Instant before, int limit) {
        List<Conversation> old = entityManager
                .createQuery("""
                        select c
                          from Conversation c
                         where c.redacted = false
                           and c.course.beganAt < :before
                           and c.dueAt is null
                         order by c.course.beganAt, c.id""", Conversation.class)
                .setParameter("before", before)
                .setMaxResults(limit)
                .setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch", "c.messages")
                .setHint("eclipselink.batch", "c.handoffs")
                .setHint("eclipselink.batch", "c.feedback")
                .getResultList();
        old.forEach(Conversation::forget);
        return old.stream().map(Conversation::id).toList();
    }
}
