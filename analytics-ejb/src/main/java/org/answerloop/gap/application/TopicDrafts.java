package org.answerloop.gap.application;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

import org.answerloop.access.application.EditingRights;
import org.answerloop.access.model.Role;
import org.answerloop.answer.application.ShortAnswers;
import org.answerloop.audit.application.AuditTrail;
import org.answerloop.gap.model.Topic;
import org.answerloop.gap.model.TopicRefusedException;
import org.answerloop.gap.model.WrittenAnswer;

/**
 * Answers to topics that are not written in one go: the topic stays open, and whoever opens it goes on with the draft. It
 * takes the role and a seat; one who has read an earlier draft than the one there is learns of whoever was faster.
 */
@Stateless
@RolesAllowed(Role.EDITOR)
public class TopicDrafts {

    @Inject
    private HeldTopics topics;

    @Inject
    private TopicWorkflow workflow;

    @Inject
    private ShortAnswers answers;

    @Inject
    private PlacedQuestions questions;

    @Inject
    private EditingRights rights;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * Keeps what is written so far.
     *
     * @return the id of the short answer, which the agent does not read yet
     * @throws org.answerloop.answer.model.UnusableAnswerException when it is none
     * @throws org.answerloop.answer.model.OvertakenException when the draft is another one by now
     */
    public long save(long id, long version, WrittenAnswer written) {
        String editor = rights.require();
        Topic topic = topics.hold(id, version);
        topic.requireOpen();
        String before = TopicText.of(topic);
        // What somebody writes an answer to is not made another topic meanwhile.
        questions.keepIn(id);
        long draft = keep(topic, written);
        topic.draft(draft, editor, clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.record("topic.drafted", TopicText.subject(id), before, TopicText.of(topic));
        return draft;
    }

    private long keep(Topic topic, WrittenAnswer written) {
        if (written.draft() == null) {
            return answers.draft(written.wording());
        }
        long draft = draftOf(topic);
        answers.revise(draft, written.draft(), written.wording());
        return draft;
    }

    /**
     * Resolves the topic with what is written: with its draft, where one was begun. Where another editor has to publish
     * answers, what one has written oneself stays a draft.
     *
     * @return the id of the answer
     * @throws org.answerloop.answer.model.UnusableAnswerException when it is none
     * @throws org.answerloop.answer.model.OvertakenException when the draft is another one by now
     */
    public long resolve(long id, long version, WrittenAnswer written) {
        if (written.draft() == null) {
            return workflow.createAndResolve(id, version, written.question(), written.answer(), written.language());
        }
        rights.require();
        Topic topic = topics.hold(id, version);
        topic.requireOpen();
        questions.keepIn(id);
        long draft = draftOf(topic);
        answers.complete(draft, written.draft(), written.wording());
        workflow.resolveWith(id, version, draft);
        return draft;
    }

    private static long draftOf(Topic topic) {
        return topic.draftId().orElseThrow(() -> new TopicRefusedException(TopicRefusedException.Reason.ANSWER));
    }
}
