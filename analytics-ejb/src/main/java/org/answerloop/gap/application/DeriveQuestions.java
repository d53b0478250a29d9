package org.answerloop.gap.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.answerloop.conversation.model.ConversationLength;
import org.answerloop.gap.model.Derivation;
import org.answerloop.gap.model.DerivationRule;
import org.answerloop.gap.model.DerivedQuestion;
import org.answerloop.gap.model.Turns;
import org.answerloop.gap.model.UnansweredQuestion;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

/**
 * Keeps the questions that seem not to have been answered, of sources for which an administrator wants that: after each change
 * of a conversation they are those that follow from all that is known of it. What the source said itself takes their place.
 */
@Stateless
@TransactionAttribute(MANDATORY)
public class DeriveQuestions {

    /** Of so many at a time it is held what was said, or of one conversation that has more. */
    private static final long MOST_MESSAGES = 2_000;

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Inject
    private DerivationRules rules;

    @Inject
    private RecordQuestions questions;

    /** What is decided at this moment, by source. */
    public Map<String, DerivationRule> decided() {
        return rules.bySource();
    }

    /** @param conversationIds held by this transaction */
    public void derive(Collection<Long> conversationIds) {
        Map<String, DerivationRule> bySource = rules.bySource();
        if (bySource.isEmpty()) {
            return;
        }
        TurnsQuery query = new TurnsQuery(dataSource);
        Map<Long, DerivationRule> ruled = new HashMap<>();
        List<ConversationLength> left = query.ruled(conversationIds, bySource, ruled);
        while (!left.isEmpty()) {
            List<Long> some = ConversationLength.first(left, MOST_MESSAGES);
            Map<Long, Turns> turns = query.read(some);
            Map<Long, List<UnansweredQuestion>> asked = asked(some);
            some.forEach(conversation -> derive(
                    conversation,
                    turns.get(conversation),
                    ruled.get(conversation),
                    asked.getOrDefault(conversation, List.of())));
            // Here and not at the end of the transaction: what fails is known to be of these conversations.
            entityManager.flush();
            left = left.subList(some.size(), left.size());
        }
    }

    private Map<Long, List<UnansweredQuestion>> asked(Collection<Long> conversations) {
        return entityManager
                .createQuery(
                        "select q from UnansweredQuestion q where q.conversationId in :ids order by q.id",
                        UnansweredQuestion.class)
                .setParameter("ids", conversations)
                .getResultStream()
                .collect(Collectors.groupingBy(UnansweredQuestion::conversationId));
    }

    private void derive(long conversation, Turns turns, DerivationRule rule, List<UnansweredQuestion> asked) {
        List<UnansweredQuestion> told =
                asked.stream().filter(known -> !known.isDerived()).toList();
        List<UnansweredQuestion> obsolete = new ArrayList<>(
                asked.stream().filter(UnansweredQuestion::isDerived).toList());
        for (DerivedQuestion question : Derivation.of(turns, rule)) {
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

    private void keep(long conversation, DerivedQuestion question, Optional<UnansweredQuestion> known) {
        if (known.isEmpty()) {
            entityManager.persist(new UnansweredQuestion(conversation, question));
        } else if (known.get().derive(question)) {
            questions.forgetMeaning(known.get());
        }
    }
}
