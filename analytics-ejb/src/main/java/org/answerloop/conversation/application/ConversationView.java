package org.answerloop.conversation.application;

import java.time.Instant;
import java.util.List;

import org.answerloop.conversation.application.TimelineRows.TimelinePage;
import org.answerloop.conversation.model.AuthorKind;
import org.answerloop.conversation.model.Conversation;
import org.answerloop.conversation.model.ConversationState;
import org.answerloop.conversation.model.EarlierVerdict;
import org.answerloop.conversation.model.FrozenVerdict;
import org.answerloop.conversation.model.Participant;
import org.answerloop.conversation.model.Ticket;
import org.answerloop.resolution.model.Finding;
import org.answerloop.resolution.model.Outcome;

/**
 * A conversation, to be shown.
 *
 * @param language BCP 47; null where it is not known
 * @param ticket null where there is none
 * @param agent the customer agent that first took part; null where none did or it has no name
 * @param deadline when the verdict falls or fell; null where the customer agent took no part
 * @param verdict null while it has not been given
 * @param earlierVerdicts what it was before it was judged once more, the latest first; empty for most conversations
 * @param closing null while it was not closed
 * @param timeline what occurred, in the order of time; of many things a page
 * @param next asks for the page of the timeline after this one; null on the last one
 */
public record ConversationView(
        long id,
        String source,
        String externalId,
        String channel,
        String language,
        Ticket ticket,
        Participant agent,
        Instant beganAt,
        ConversationState state,
        Instant deadline,
        VerdictView verdict,
        List<EarlierVerdict> earlierVerdicts,
        boolean test,
        boolean spam,
        boolean redacted,
        ClosingView closing,
        List<TimelineEntry> timeline,
        String next) {

    /** The verdict, with what led to it. */
    public record VerdictView(
            Outcome outcome, boolean deflected, Instant decidedAt, Instant deadline, List<Finding> findings) {

        static VerdictView of(FrozenVerdict verdict) {
            return new VerdictView(
                    verdict.outcome(),
                    verdict.isDeflected(),
                    verdict.decidedAt(),
                    verdict.deadline(),
                    verdict.findings());
        }
    }

    /** The latest closing; who did it may be null. */
    public record ClosingView(Instant at, AuthorKind byKind, String byName, boolean ticketClosed) {}

    static ConversationView of(Conversation conversation, List<EarlierVerdict> earlier, TimelinePage page) {
        Participant agent = conversation.course().agent();
        FrozenVerdict verdict = conversation.verdict().orElse(null);
        return new ConversationView(
                conversation.id(),
                conversation.key().source(),
                conversation.key().externalId(),
                conversation.channel(),
                conversation.language(),
                conversation.ticket().orElse(null),
                agent.isKnown() ? agent : null,
                conversation.course().beganAt(),
                ConversationState.of(
                        verdict == null ? null : verdict.outcome(),
                        conversation.course().firstPartAt()),
                verdict == null ? conversation.course().deadline() : verdict.deadline(),
                verdict == null ? null : VerdictView.of(verdict),
                earlier,
                conversation.isTest(),
                conversation.isSpam(),
                conversation.isRedacted(),
                closingOf(conversation),
                page.entries(),
                page.next() == null ? null : page.next().text());
    }

    private static ClosingView closingOf(Conversation conversation) {
        return conversation
                .closing()
                .map(closing -> new ClosingView(
                        closing.at(), closing.byKind(), closing.by().name(), conversation.isTicketClosed()))
                .orElse(null);
    }
}
