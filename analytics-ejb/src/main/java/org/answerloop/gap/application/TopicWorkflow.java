package org.answerloop.gap.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

import org.answerloop.access.application.EditingRights;
import org.answerloop.access.model.Role;
import org.answerloop.answer.application.AnswerCatalogue;
import org.answerloop.answer.application.ShortAnswers;
import org.answerloop.answer.model.AnswerState;
import org.answerloop.answer.model.ShortAnswer;
import org.answerloop.answer.model.Wording;
import org.answerloop.audit.application.AuditTrail;
import org.answerloop.gap.model.Topic;
import org.answerloop.gap.model.TopicRefusedException;
import org.answerloop.settings.Settings;

/**
 * Settles topics, and says otherwise than the grouping which questions they have. Every change takes the role and a seat, and
 * leaves its record; one of a topic as a whole says which version of it was read. What was asked is never written into the
 * record, which forgets nothing.
 */
@Stateless
@RolesAllowed(Role.EDITOR)
public class TopicWorkflow {

    @Inject
    private HeldTopics topics;

    @Inject
    private PlacedQuestions questions;

    @Inject
    private RegroupByHand regrouping;

    @Inject
    private TopicCounts counts;

    @Inject
    private ShortAnswers answers;

    @Inject
    private AnswerCatalogue catalogue;

    @Inject
    private EditingRights rights;

    @Inject
    private AuditTrail audit;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /**
     * Writes a short answer and resolves the topic with it. Where another editor has to publish answers, it stays a draft.
     *
     * @return the id of the answer
     * @throws org.answerloop.answer.model.UnusableAnswerException when the wording is none
     */
    public long createAndResolve(long id, long version, String question, String answer, String language) {
        String editor = rights.require();
        Topic topic = topics.hold(id, version);
        topic.requireOpen();
        long written = answers.write(new Wording(question, answer, language));
        resolve(topic, written, editor);
        return written;
    }

    /** Resolves the topic with an answer that there is. */
    public void resolveWith(long id, long version, long answerId) {
        String editor = rights.require();
        Topic topic = topics.hold(id, version);
        ShortAnswer answer = catalogue
                .find(answerId)
                .orElseThrow(() -> new TopicRefusedException(TopicRefusedException.Reason.ANSWER));
        if (answer.state() == AnswerState.ARCHIVED) {
            throw new TopicRefusedException(TopicRefusedException.Reason.ARCHIVED_ANSWER);
        }
        resolve(topic, answerId, editor);
    }

    /** @param reason may be blank */
    public void dismiss(long id, long version, String reason) {
        decide("topic.dismissed", id, version, (topic, editor) -> topic.dismiss(reason, editor, now()));
        questions.keepIn(id);
    }

    /** Takes a dismissal back. */
    public void restore(long id, long version) {
        decide("topic.restored", id, version, (topic, editor) -> topic.restore(editor, now()));
    }

    /** Takes a resolution back; the answer stays. */
    public void reopen(long id, long version) {
        decide("topic.reopened", id, version, (topic, editor) -> topic.reopen(editor, now()));
    }

    /** @param until the topic is listed again on that date, which is later than today */
    public void snooze(long id, long version, LocalDate until) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        decide("topic.snoozed", id, version, (topic, editor) -> topic.snooze(until, today, editor, now()));
        questions.keepIn(id);
    }

    public void wake(long id, long version) {
        decide("topic.woken", id, version, (topic, editor) -> topic.wake(editor, now()));
    }

    public void rename(long id, long version, String title) {
        decide("topic.renamed", id, version, (topic, editor) -> topic.rename(title, editor, now()));
    }

    /** All questions of the others go into the topic, and the others are no more. */
    public void merge(long id, long version, Collection<Long> others) {
        regrouping.merge(rights.require(), id, version, others);
    }

    /** @return the id of the new topic, which has the questions from now on */
    public long split(long id, long version, Collection<Long> of, String title) {
        return regrouping.split(rights.require(), id, version, of, title);
    }

    /** The questions go into the topic, from wherever they are. */
    public void move(Collection<Long> of, long topic) {
        regrouping.move(rights.require(), of, topic);
    }

    /**
     * Has the questions not count.
     *
     * @param reason may be blank
     * @return how many counted until now
     */
    public int dismissQuestions(long id, Collection<Long> of, String reason) {
        String editor = rights.require();
        topics.hold(id).requireThere();
        String why = Topic.reason(reason);
        List<Long> dismissed = questions.dismiss(id, of, why, editor, now());
        note("topic.questions_dismissed", id, dismissed, null, why == null ? "" : ": " + why);
        return dismissed.size();
    }

    /** @return how many did not count until now */
    public int restoreQuestions(long id, Collection<Long> of) {
        rights.require();
        topics.hold(id).requireThere();
        List<Long> restored = questions.restore(id, of);
        note("topic.questions_restored", id, restored, "dismissed", "");
        return restored.size();
    }

    private void note(String action, long id, List<Long> changed, String before, String reason) {
        if (!changed.isEmpty()) {
            counts.count(List.of(id));
            audit.record(action, TopicText.subject(id), before, TopicText.questions(changed) + reason);
        }
    }

    private void resolve(Topic topic, long answer, String editor) {
        String before = TopicText.of(topic);
        topic.resolve(answer, editor, now());
        questions.keepIn(topic.id());
        audit.record("topic.resolved", TopicText.subject(topic.id()), before, TopicText.of(topic));
    }

    private void decide(String action, long id, long version, BiConsumer<Topic, String> decision) {
        String editor = rights.require();
        Topic topic = topics.hold(id, version);
        String before = TopicText.of(topic);
        decision.accept(topic, editor);
        audit.record(action, TopicText.subject(id), before, TopicText.of(topic));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
