package org.answerloop.gap.application;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.answerloop.conversation.model.ConversationLength;
import org.answerloop.gap.model.AskedAs;
import org.answerloop.gap.model.Derivation;
import org.answerloop.gap.model.DerivationRule;
import org.answerloop.gap.model.DerivedQuestion;
import org.answerloop.gap.model.QuestionKey;
import org.answerloop.gap.model.Turns;
import org.answerloop.gap.model.UnansweredQuestion;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

/**
 * Keeps the questions that seem not to have been answered, of sources for which an administrator wants that: they are those that
 * follow from all that is known of a conversation. What the source said itself takes their place.
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

    /** @param conversationIds held by this transaction, which does nothing else with what it read of them */
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
            derive(some, ruled, query);
            // Here and not at the end of the transaction: what fails is known to be of these conversations, and no more
            // than theirs is held.
            entityManager.flush();
            entityManager.clear();
            left = left.subList(some.size(), left.size());
        }
    }

    private void derive(List<Long> conversations, Map<Long, DerivationRule> ruled, TurnsQuery query) {
        Map<Long, List<DerivedQuestion>> found = new HashMap<>();
        Map<Long, Turns> turns = query.read(conversations);
        conversations.forEach(id -> found.put(id, Derivation.of(turns.get(id), ruled.get(id))));
        Set<String> messages = found.values().stream()
                .flatMap(List::stream)
                .map(DerivedQuestion::messageId)
                .collect(Collectors.toSet());
        Map<Long, Map<String, String>> texts = messages.isEmpty() ? Map.of() : query.texts(conversations, messages);
        Map<Long, List<AskedAs>> told = query.told(conversations);
        Map<Long, List<UnansweredQuestion>> derived = derived(conversations, messages);
        conversations.forEach(id -> bringInLine(
                id,
                found.get(id),
                texts.getOrDefault(id, Map.of()),
                told.getOrDefault(id, List.of()),
                derived.getOrDefault(id, List.of())));
    }

    /** Those that stand, and those that were withdrawn and may stand again. */
    private Map<Long, List<UnansweredQuestion>> derived(Collection<Long> conversations, Collection<String> messages) {
        return entityManager
                .createQuery("""
                        select q
                          from UnansweredQuestion q
                         where q.conversationId in :ids
                           and q.signal <> org.answerloop.gap.model.Signal.UNANSWERED
                           and (q.question is not null or q.messageId in :messages)
                         order by q.id""", UnansweredQuestion.class)
                .setParameter("ids", conversations)
                .setParameter("messages", messages.isEmpty() ? Set.of("") : messages)
                .getResultStream()
                .collect(Collectors.groupingBy(UnansweredQuestion::conversationId));
    }

    private void bringInLine(
            long conversation,
            List<DerivedQuestion> found,
            Map<String, String> texts,
            List<AskedAs> told,
            List<UnansweredQuestion> derived) {
        Set<String> toldMessages = told.stream().map(AskedAs::messageId).collect(Collectors.toSet());
        Set<String> toldWords = told.stream()
                .filter(known -> known.messageId() == null)
                .map(AskedAs::key)
                .collect(Collectors.toSet());
        Map<String, UnansweredQuestion> obsolete = new LinkedHashMap<>();
        derived.forEach(known -> obsolete.put(known.messageId(), known));
        for (DerivedQuestion question : found) {
            String message = question.messageId();
            String text = texts.get(message);
            boolean isTold =
                    toldMessages.contains(message) || !toldWords.isEmpty() && toldWords.contains(QuestionKey.of(text));
            if (!isTold) {
                keep(conversation, question, text, Optional.ofNullable(obsolete.remove(message)));
            }
        }
        questions.withdraw(List.copyOf(obsolete.values()));
    }

    private void keep(long conversation, DerivedQuestion question, String text, Optional<UnansweredQuestion> known) {
        if (known.isEmpty()) {
            entityManager.persist(new UnansweredQuestion(conversation, question, text));
        } else if (known.get().derive(question, text)) {
            questions.forgetMeaning(known.get());
        }
    }
}
