package org.answerloop.gap.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.answerloop.conversation.model.Conversation;
import org.answerloop.gap.model.Derivation;
import org.answerloop.gap.model.DerivationRule;
import org.answerloop.gap.model.DerivedQuestion;
import org.answerloop.gap.model.UnansweredQuestion;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

/**
 * Keeps the questions that seem not to have been answered, of sources for which an administrator wants that: after each change
 * of a conversation they are those that follow from all that is known of it. What the source said itself takes their place.
 */
@Stateless
@TransactionAttribute(MANDATORY)
public class DeriveQuestions {

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private DerivationRules rules;

    @Inject
    private RecordQuestions questions;

    /** @param conversationIds held by this transaction */
    public void derive(Collection<Long> conversationIds) {
        Map<String, DerivationRule> bySource = rules.bySource();
        if (bySource.isEmpty()) {
            return;
        }
        List<Conversation> conversations = conversationIds.stream()
                .map(id -> entityManager.find(Conversation.class, id))
                .filter(conversation -> bySource.containsKey(conversation.key().source()))
                .toList();
        if (!conversations.isEmpty()) {
            Map<Long, List<UnansweredQuestion>> asked = asked(conversations);
            conversations.forEach(conversation -> derive(
                    conversation,
                    bySource.get(conversation.key().source()),
                    asked.getOrDefault(conversation.id(), List.of())));
        }
    }

    private Map<Long, List<UnansweredQuestion>> asked(List<Conversation> conversations) {
        return entityManager
                .createQuery(
                        "select q from UnansweredQuestion q where q.conversationId in :ids order by q.id",
                        UnansweredQuestion.class)
                .setParameter(
                        "ids", conversations.stream().map(Conversation::id).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(UnansweredQuestion::conversationId));
    }

    private void derive(Conversation conversation, DerivationRule rule, List<UnansweredQuestion> asked) {
        List<UnansweredQuestion> told =
                asked.stream().filter(known -> !known.isDerived()).toList();
        List<UnansweredQuestion> obsolete = new ArrayList<>(
                asked.stream().filter(UnansweredQuestion::isDerived).toList());
        for (DerivedQuestion question : Derivation.of(conversation, rule)) {
            if (told.stream().noneMatch(known -> known.isOf(question.messageId(), question.question()))) {
                Optional<UnansweredQuestion> known = obsolete.stream()
                        .filter(derived -> derived.isOf(question.messageId(), question.question()))
                        .findFirst();
                known.ifPresent(obsolete::remove);
                keep(conversation, question, known);
            }
        }
        questions.withdraw(obsolete);
    }

    private void keep(Conversation conversation, DerivedQuestion question, Optional<UnansweredQuestion> known) {
        if (known.isEmpty()) {
            entityManager.persist(new UnansweredQuestion(conversation.id(), question));
        } else if (known.get().derive(question)) {
            questions.forgetMeaning(known.get());
        }
    }
}
