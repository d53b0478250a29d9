package org.answerloop.conversation.application;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.answerloop.conversation.application.TimelineEntry.ClosingEntry;
import org.answerloop.conversation.application.TimelineEntry.FeedbackEntry;
import org.answerloop.conversation.application.TimelineEntry.HandoffEntry;
import org.answerloop.conversation.application.TimelineEntry.HandoffRequestEntry;
import org.answerloop.conversation.application.TimelineEntry.MessageEntry;
import org.answerloop.conversation.model.Conversation;
import org.answerloop.conversation.model.Feedback;
import org.answerloop.conversation.model.Handoff;
import org.answerloop.conversation.model.HandoffRequest;
import org.answerloop.conversation.model.Message;
import org.answerloop.conversation.model.Rating;

/** Puts everything that occurred in a conversation in the order of time. */
final class Timeline {

    private Timeline() {}

    static List<TimelineEntry> of(Conversation conversation) {
        List<TimelineEntry> entries = new ArrayList<>();
        conversation.messages().stream()
                .sorted(Comparator.comparing(Message::occurredAt).thenComparing(Message::externalId))
                .map(Timeline::entry)
                .forEach(entries::add);
        conversation.handoffRequests().stream().map(Timeline::entry).forEach(entries::add);
        conversation.handoffs().stream().map(Timeline::entry).forEach(entries::add);
        conversation.feedback().stream().map(Timeline::entry).forEach(entries::add);
        conversation
                .closing()
                .map(closing -> new ClosingEntry(
                        closing.at(),
                        closing.isLate(),
                        closing.byKind(),
                        closing.by().name(),
                        conversation.isTicketClosed()))
                .ifPresent(entries::add);
        // The sort is stable: at one moment, messages come before what was done about them.
        entries.sort(Comparator.comparing(TimelineEntry::at));
        return List.copyOf(entries);
    }

    private static TimelineEntry entry(Message message) {
        return new MessageEntry(
                message.occurredAt(),
                message.isLate(),
                message.externalId(),
                message.authorKind(),
                message.author().name(),
                message.text(),
                message.sources().list(),
                message.actions().names());
    }

    private static TimelineEntry entry(HandoffRequest request) {
        return new HandoffRequestEntry(request.occurredAt(), request.isLate(), request.messageId());
    }

    private static TimelineEntry entry(Handoff handoff) {
        return new HandoffEntry(
                handoff.occurredAt(),
                handoff.isLate(),
                handoff.trigger(),
                handoff.to().name(),
                handoff.reason());
    }

    private static TimelineEntry entry(Feedback feedback) {
        return new FeedbackEntry(
                feedback.occurredAt(),
                feedback.isLate(),
                feedback.rating() == Rating.HELPFUL,
                feedback.messageId(),
                feedback.remark());
    }
}
