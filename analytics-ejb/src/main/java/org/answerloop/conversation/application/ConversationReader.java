package org.answerloop.conversation.application;

import java.util.Optional;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.answerloop.conversation.model.Conversation;

/**
 * One conversation as a whole: its state, its verdict and everything that was said. For whoever has been let in already:
 * people by {@link Conversations}, programs by their key.
 */
@Stateless
public class ConversationReader {

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    public Optional<ConversationView> find(String source, String externalId) {
        return entityManager
                .createQuery(
                        "select c from Conversation c where c.source = :source and c.externalId = :externalId",
                        Conversation.class)
                .setParameter("source", source)
                .setParameter("externalId", externalId)
                .getResultStream()
                .findFirst()
                .map(ConversationView::of);
    }

    public Optional<ConversationView> find(long id) {
        return Optional.ofNullable(entityManager.find(Conversation.class, id)).map(ConversationView::of);
    }
}
