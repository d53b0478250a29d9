package org.answerloop.gap.application;

import java.util.Collection;
import java.util.List;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.answerloop.gap.model.UnansweredQuestion;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

/** Keeps the questions that the customer agent could not answer, in the transaction that takes their events in. */
@Stateless
@TransactionAttribute(MANDATORY)
public class RecordQuestions {

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    public void record(List<AskedQuestion> questions) {
        for (AskedQuestion asked : questions) {
            entityManager.persist(new UnansweredQuestion(
                    asked.conversationId(), asked.eventId(), asked.askedAt(), asked.messageId(), asked.question()));
        }
    }

    /** Forgets what was asked in conversations that are redacted. */
    public void redact(Collection<Long> conversationIds) {
        entityManager
                .createQuery(
                        "select q from UnansweredQuestion q where q.conversationId in :ids", UnansweredQuestion.class)
                .setParameter("ids", conversationIds)
                .getResultList()
                .forEach(UnansweredQuestion::redact);
    }
}
