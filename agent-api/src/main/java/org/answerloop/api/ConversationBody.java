package org.answerloop.api;

import java.time.Instant;
import java.util.List;

import org.answerloop.conversation.application.ConversationView;
import org.answerloop.conversation.application.ConversationView.VerdictView;
import org.answerloop.conversation.model.ConversationState;
import org.answerloop.conversation.model.EarlierVerdict;
import org.answerloop.conversation.model.Ticket;
import org.answerloop.resolution.model.Finding;
import org.answerloop.resolution.model.Outcome;

/** A conversation as the API tells it; words as in the events that made it. */
record ConversationBody(
        String source,
        String id,
        String channel,
        String language,
        Ticket ticket,
        Agent customerAgent,
        Instant startedAt,
        ConversationState state,
        Instant deadline,
        VerdictView verdict,
        List<EarlierVerdictBody> earlierVerdicts,
        boolean test,
        boolean spam,
        boolean redacted,
        List<EntryBody> timeline,
        String next) {

    /** A verdict that stood until an administrator had the conversation re-evaluated. */
    record EarlierVerdictBody(
            Outcome outcome,
            boolean deflected,
            Instant decidedAt,
            Instant deadline,
            List<Finding> findings,
            Instant replacedAt) {

        static EarlierVerdictBody of(EarlierVerdict verdict) {
            return new EarlierVerdictBody(
                    verdict.outcome(),
                    verdict.deflected(),
                    verdict.decidedAt(),
                    verdict.deadline(),
                    verdict.findings(),
                    verdict.replacedAt());
        }
    }

    /** The customer agent that first took part. */
    record Agent(String id, String name) {}

    static ConversationBody of(ConversationView view) {
        return new ConversationBody(
                view.source(),
                view.externalId(),
                view.channel(),
                view.language(),
                view.ticket(),
                view.agent() == null
                        ? null
                        : new Agent(view.agent().id(), view.agent().name()),
                view.beganAt(),
                view.state(),
                view.deadline(),
                view.verdict(),
                view.earlierVerdicts().stream().map(EarlierVerdictBody::of).toList(),
                view.test(),
                view.spam(),
                view.redacted(),
                view.timeline().stream().map(EntryBody::of).toList(),
                view.next());
    }
}
