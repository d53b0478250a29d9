package org.answerloop.conversation.application;

import java.util.Optional;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.answerloop.conversation.application.TimelineEntry.ClosingEntry;
import org.answerloop.conversation.model.Conversation;

/**
 * One conversation as a whole: its state, its verdict and what was said, page by page. For whoever has been let in already:
 * people by {@link Conversations}, programs by their key.
 */
@Stateless
public class ConversationReader {

    /** The most entries of one page of the timeline. */
    public static final int LONGEST_PAGE = 1_000;

    /** So many where nothing else is asked for. */
    private static final int PAGE = 200;

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private TimelineRows timeline;

    @Inject
    private EarlierVerdicts earlier;

    /** With the first page of its timeline. */
    public Optional<ConversationView> find(String source, String externalId) {
        return find(source, externalId, null, PAGE);
    }

    /**
     * @param after {@link ConversationView#next} of the page before; null for the first
     * @param limit the length of the page, which may be shorter
     */
    public Optional<ConversationView> find(String source, String externalId, String after, int limit) {
        return entityManager
                .createQuery(
                        "select c from Conversation c where c.source = :source and c.externalId = :externalId",
                        Conversation.class)
                .setParameter("source", source)
                .setParameter("externalId", externalId)
                .getResultStream()
                .findFirst()
                .map(conversation -> view(conversation, after, limit));
    }

    /** As above, by the number that it has here. */
    public Optional<ConversationView> find(long id, String after) {
        return Optional.ofNullable(entityManager.find(Conversation.class, id))
                .map(conversation -> view(conversation, after, PAGE));
    }

    private ConversationView view(Conversation conversation, String after, int limit) {
        ClosingEntry closing = conversation
                .closing()
                .map(last -> new ClosingEntry(
                        last.at(), last.isLate(), last.byKind(), last.by().name(), conversation.isTicketClosed()))
                .orElse(null);
        TimelinePosition position = after == null ? null : TimelinePosition.parse(after);
        int length = Math.max(1, Math.min(limit, LONGEST_PAGE));
        return ConversationView.of(
                conversation,
                earlier.of(conversation.id()),
                timeline.page(conversation.id(), closing, position, length));
    }
}
