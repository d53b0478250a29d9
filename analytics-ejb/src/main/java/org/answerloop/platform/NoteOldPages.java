package org.answerloop.platform;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.answerloop.event.application.TextForgotten;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

/** Notes, in the transaction that forgets text, that pages with it are left; {@link OldPages} takes them away. */
@Stateless
@TransactionAttribute(MANDATORY)
public class NoteOldPages {

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    /** Once it is noted nobody writes, so that those who forget at the same time do not wait for each other. */
    public void note(@Observes TextForgotten text) {
        entityManager
                .createNativeQuery("update old_pages set due = true where id = 1 and due = false")
                .executeUpdate();
    }
}
