package org.answerloop.answer.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

import org.answerloop.access.application.EditingRights;
import org.answerloop.access.model.Person;
import org.answerloop.access.model.Role;
import org.answerloop.answer.model.AnswerRevision;
import org.answerloop.answer.model.OvertakenException;
import org.answerloop.answer.model.ShortAnswer;
import org.answerloop.answer.model.UnusableAnswerException;
import org.answerloop.answer.model.Wording;
import org.answerloop.audit.application.AuditTrail;
import org.answerloop.settings.Settings;

/**
 * Writes and publishes short answers. Every change takes the role and a seat, says which version of the answer it was
 * made on, and leaves its record.
 */
@Stateless
@RolesAllowed(Role.EDITOR)
public class ShortAnswers {

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private EditingRights rights;

    @Inject
    private Settings settings;

    @Inject
    private AuditTrail audit;

    @Inject
    private AnswerChanges changes;

    @Inject
    private Clock clock;

    /** @return the id of the new draft */
    public long draft(Wording wording) {
        return create(wording, rights.require()).id();
    }

    /** Writes an answer that the agent reads from now on; where another editor has to publish it, it stays a draft. */
    public long write(Wording wording) {
        String editor = rights.require();
        ShortAnswer answer = create(wording, editor);
        if (!settings.answersByTwo()) {
            publish(answer, editor);
        }
        return answer.id();
    }

    /** Keeps a new revision, which the agent does not read yet. An unchanged wording is none. */
    public void revise(long id, long version, Wording wording) {
        String editor = rights.require();
        revise(find(id, version), wording, editor);
    }

    /** Lets the agent read that wording: as a new revision, where it is not the latest one already. */
    public void publish(long id, long version, Wording wording) {
        String editor = rights.require();
        ShortAnswer answer = find(id, version);
        revise(answer, wording, editor);
        publish(answer, editor);
    }

    /** Lets the agent read the latest revision. */
    public void publish(long id, long version) {
        String editor = rights.require();
        publish(find(id, version), editor);
    }

    /** The same, unless another editor than its author has to publish it: then it stays a draft. */
    public void complete(long id, long version, Wording wording) {
        String editor = rights.require();
        ShortAnswer answer = find(id, version);
        revise(answer, wording, editor);
        boolean own = revision(id, answer.revision()).writtenBy().equals(editor);
        if (answer.hasDraft() && !(own && settings.answersByTwo())) {
            publish(answer, editor);
        }
    }

    /** Brings an earlier wording back, as a new revision. */
    public void restore(long id, long version, int revision) {
        String editor = rights.require();
        ShortAnswer answer = find(id, version);
        AnswerRevision earlier = revision(id, revision);
        Wording before = answer.wording();
        entityManager.persist(answer.revise(earlier.wording(), revision, editor, now()));
        record("answer.restored", answer, text(before), text(earlier.wording()));
    }

    public void archive(long id, long version) {
        String editor = rights.require();
        ShortAnswer answer = find(id, version);
        String before = answer.state().name();
        answer.archive(editor, now());
        record("answer.archived", answer, before, answer.state().name());
    }

    public void takeOutOfTheArchive(long id, long version) {
        String editor = rights.require();
        ShortAnswer answer = find(id, version);
        answer.takeOutOfTheArchive(editor, now());
        record("answer.taken_out", answer, null, answer.state().name());
    }

    /** @param reviewOn null for never */
    public void entrust(long id, long version, String owner, LocalDate reviewOn) {
        String editor = rights.require();
        ShortAnswer answer = find(id, version);
        if (owner == null || entityManager.find(Person.class, owner) == null) {
            throw new UnusableAnswerException(UnusableAnswerException.Reason.OWNER);
        }
        String before = care(answer);
        answer.entrust(owner, reviewOn, editor, now());
        record("answer.entrusted", answer, before, care(answer));
    }

    private ShortAnswer create(Wording wording, String editor) {
        ShortAnswer answer = new ShortAnswer(wording, editor, now());
        entityManager.persist(answer);
        AnswerRevision first = answer.firstRevision();
        // The answer first: the revision refers to it, and the provider orders inserts as it likes.
        entityManager.flush();
        entityManager.persist(first);
        record("answer.created", answer, null, text(wording));
        return answer;
    }

    private void revise(ShortAnswer answer, Wording wording, String editor) {
        Wording before = answer.wording();
        if (!before.equals(wording)) {
            entityManager.persist(answer.revise(wording, null, editor, now()));
            record("answer.edited", answer, text(before), text(wording));
        }
    }

    private void publish(ShortAnswer answer, String editor) {
        String before = answer.publishedRevision()
                .map(number -> text(revision(answer.id(), number).wording()))
                .orElse(null);
        answer.publish(revision(answer.id(), answer.revision()), settings.answersByTwo(), editor, now());
        record("answer.published", answer, before, text(answer.wording()));
    }

    /** Locks the answer, so that the second of two editors at once learns of the first. */
    private ShortAnswer find(long id, long version) {
        ShortAnswer answer = entityManager.find(ShortAnswer.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (answer == null) {
            throw new UnusableAnswerException(UnusableAnswerException.Reason.UNKNOWN);
        }
        if (answer.version() != version) {
            throw new OvertakenException(answer.changedBy(), answer.changedAt());
        }
        return answer;
    }

    private AnswerRevision revision(long id, int number) {
        AnswerRevision revision = entityManager.find(AnswerRevision.class, new AnswerRevision.Key(id, number));
        if (revision == null) {
            throw new UnusableAnswerException(UnusableAnswerException.Reason.NO_REVISION);
        }
        return revision;
    }

    /** Every change leaves its record, and is found by every server. */
    private void record(String action, ShortAnswer answer, String before, String after) {
        entityManager.flush();
        changes.number(answer.id());
        audit.record(action, "answer/" + answer.id(), before, after);
    }

    private static String text(Wording wording) {
        return "[" + wording.language() + "] " + wording.question() + "\n\n" + wording.answer();
    }

    private static String care(ShortAnswer answer) {
        return answer.owner()
                + answer.reviewOn().map(date -> ", review on " + date).orElse("");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
