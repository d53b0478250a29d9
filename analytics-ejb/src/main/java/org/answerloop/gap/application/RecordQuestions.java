package org.answerloop.gap.application;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.answerloop.gap.model.UnansweredQuestion;
import org.answerloop.kernel.Sql;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

/** Keeps the questions that the customer agent could not answer, in the transaction that takes their events in. */
@Stateless
@TransactionAttribute(MANDATORY)
public class RecordQuestions {

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Inject
    private TopicCounts counts;

    @Inject
    private DerivationRules rules;

    /** Where a question was derived before its source told it, it is told from now on. */
    public void record(List<AskedQuestion> questions) {
        List<UnansweredQuestion> derived = derived(questions);
        for (AskedQuestion asked : questions) {
            derived.stream()
                    .filter(known -> known.isDerived() && isOf(known, asked))
                    .findFirst()
                    .ifPresentOrElse(known -> tell(known, asked), () -> keep(asked));
        }
    }

    private List<UnansweredQuestion> derived(List<AskedQuestion> questions) {
        if (questions.isEmpty() || rules.bySource().isEmpty()) {
            return List.of();
        }
        return entityManager
                .createQuery("""
                        select q
                          from UnansweredQuestion q
                         where q.conversationId in :ids
                           and q.signal <> org.answerloop.gap.model.Signal.UNANSWERED
                         order by q.id""", UnansweredQuestion.class)
                .setParameter(
                        "ids",
                        questions.stream().map(AskedQuestion::conversationId).collect(Collectors.toSet()))
                .getResultList();
    }

    private static boolean isOf(UnansweredQuestion known, AskedQuestion asked) {
        return known.conversationId() == asked.conversationId()
                && asked.question() != null
                && known.isOf(asked.messageId(), asked.question());
    }

    private void tell(UnansweredQuestion known, AskedQuestion asked) {
        if (known.tell(asked.eventId(), asked.askedAt(), asked.question())) {
            forgetMeaning(known);
        }
    }

    private void keep(AskedQuestion asked) {
        entityManager.persist(new UnansweredQuestion(
                asked.conversationId(), asked.eventId(), asked.askedAt(), asked.messageId(), asked.question()));
    }

    /** It says something else by now, and means that. */
    public void forgetMeaning(UnansweredQuestion question) {
        change("delete from question_vector where question_id = ?1", question.id());
    }

    /** What was derived does not follow any more from what is known. */
    public void withdraw(List<UnansweredQuestion> derived) {
        List<UnansweredQuestion> known =
                derived.stream().filter(question -> question.question() != null).toList();
        if (known.isEmpty()) {
            return;
        }
        forget(known, known.stream().map(UnansweredQuestion::conversationId).collect(Collectors.toSet()));
    }

    /** What was asked in these conversations is in another language than was known; what a person placed stays. */
    public void inOtherLanguage(Collection<Long> conversationIds) {
        conversationIds.forEach(id -> change("""
                update unanswered_question
                   set grouping_due = case when grouping_due = 4 then 5 else 4 end
                 where conversation_id = ?1
                   and question is not null
                   and not placed
                   and coalesce(grouping_due, 0) <> 3""", id));
    }

    /** Forgets what was asked in conversations that are redacted, what it meant, and what was called after it. */
    public void redact(Collection<Long> conversationIds) {
        // The topics first, then the questions, then the vectors, each in the order of their ids: everybody writes so.
        holdTopicsOf(conversationIds);
        conversationIds.forEach(id -> change("""
                update topic
                   set title = '', phrases = ''
                 where not named
                   and id in (select topic_id from unanswered_question where conversation_id = ?1)""", id));
        List<UnansweredQuestion> asked = entityManager
                .createQuery(
                        "select q from UnansweredQuestion q where q.conversationId in :ids order by q.id",
                        UnansweredQuestion.class)
                .setParameter("ids", conversationIds)
                .getResultList();
        forget(asked, conversationIds);
    }

    private void forget(List<UnansweredQuestion> questions, Collection<Long> conversationIds) {
        questions.forEach(UnansweredQuestion::redact);
        entityManager.flush();
        counts.haveCountedOf(conversationIds);
        questions.forEach(this::forgetMeaning);
    }

    private void holdTopicsOf(Collection<Long> conversationIds) {
        new Sql()
                .add("select id from topic where id in (select topic_id from unanswered_question where 1 = 1")
                .addIn("conversation_id", conversationIds)
                .add(") order by id for update")
                .list(dataSource, row -> row.getLong("id"));
    }

    private void change(String statement, long id) {
        entityManager.createNativeQuery(statement).setParameter(1, id).executeUpdate();
    }
}
