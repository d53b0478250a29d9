package org.answerloop.answer.application;

import java.util.List;
import java.util.Objects;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.answerloop.access.application.EditingRights;
import org.answerloop.access.model.Role;
import org.answerloop.answer.model.AnswerLine;
import org.answerloop.answer.model.AnswerState;
import org.answerloop.answer.model.ShortAnswer;
import org.answerloop.answer.model.UnusableAnswerException;
import org.answerloop.answer.model.UnusableAnswerException.Reason;
import org.answerloop.settings.Settings;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

/**
 * Makes an answer read as a line of a file says, in a transaction of its own, by the same deeds as an editor's. Where it
 * reads so already, nothing is done: a file may be brought in again.
 */
@Stateless
@RolesAllowed(Role.EDITOR)
@TransactionAttribute(REQUIRES_NEW)
public class TakeOverAnswer {

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private ShortAnswers answers;

    @Inject
    private EditingRights rights;

    @Inject
    private Settings settings;

    /** What was done. */
    public enum Outcome {
        CREATED,
        CHANGED,
        UNCHANGED
    }

    /** @throws org.answerloop.access.model.NoSeatException where the caller may change nothing */
    public void requireRights() {
        rights.require();
    }

    /** @throws UnusableAnswerException where it cannot be done; nothing of it is */
    public Outcome take(AnswerLine line) {
        rights.require();
        ShortAnswer known = known(line);
        if (known == null) {
            long id = line.state() == AnswerState.PUBLISHED
                    ? answers.write(line.wording())
                    : answers.draft(line.wording());
            finish(entityManager.find(ShortAnswer.class, id), line);
            return Outcome.CREATED;
        }
        return finish(known, line) ? Outcome.CHANGED : Outcome.UNCHANGED;
    }

    private ShortAnswer known(AnswerLine line) {
        if (line.id() != null) {
            ShortAnswer answer = entityManager.find(ShortAnswer.class, line.id());
            if (answer == null) {
                throw new UnusableAnswerException(Reason.UNKNOWN);
            }
            return answer;
        }
        List<ShortAnswer> same = entityManager
                .createQuery("""
                        select a
                          from ShortAnswer a
                         where a.question = :question
                           and a.language = :language
                         order by case when a.state = :archived then 1 else 0 end, a.id""", ShortAnswer.class)
                .setParameter("question", line.wording().question())
                .setParameter("language", line.wording().language())
                .setParameter("archived", AnswerState.ARCHIVED)
                .setMaxResults(1)
                .getResultList();
        return same.isEmpty() ? null : same.get(0);
    }

    private boolean finish(ShortAnswer answer, AnswerLine line) {
        boolean archived = line.state() == AnswerState.ARCHIVED;
        boolean changed = false;
        if (answer.state() == AnswerState.ARCHIVED && !archived) {
            answers.takeOutOfTheArchive(answer.id(), version(answer));
            changed = true;
        }
        if (!answer.wording().equals(line.wording())) {
            answers.revise(answer.id(), version(answer), line.wording());
            changed = true;
        }
        // Where two have to look at it, another editor publishes what is brought in.
        if (line.state() == AnswerState.PUBLISHED && answer.hasDraft() && !settings.answersByTwo()) {
            answers.publish(answer.id(), version(answer));
            changed = true;
        }
        if (answer.state() != AnswerState.ARCHIVED && archived) {
            answers.archive(answer.id(), version(answer));
            changed = true;
        }
        return entrust(answer, line) || changed;
    }

    private boolean entrust(ShortAnswer answer, AnswerLine line) {
        String owner = line.owner() == null ? answer.owner() : line.owner();
        if (owner.equals(answer.owner())
                && Objects.equals(line.reviewOn(), answer.reviewOn().orElse(null))) {
            return false;
        }
        answers.entrust(answer.id(), version(answer), owner, line.reviewOn());
        return true;
    }

    /** As the deeds so far have left it: each of them is written down before the next. */
    private long version(ShortAnswer answer) {
        entityManager.flush();
        return answer.version();
    }
}
