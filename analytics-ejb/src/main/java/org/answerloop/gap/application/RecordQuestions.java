package org.answerloop.gap.application;

import java.util.Collection;
import java.util.List;
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

    public void record(List<AskedQuestion> questions) {
        for (AskedQuestion asked : questions) {
            entityManager.persist(new UnansweredQuestion(
                    asked.conversationId(), asked.eventId(), asked.askedAt(), asked.messageId(), asked.question()));
        }
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
        asked.forEach(UnansweredQuestion::redact);
        entityManager.flush();
        counts.haveCountedOf(conversationIds);
        asked.forEach(question -> change("delete from question_vector where question_id = ?1", question.id()));
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
