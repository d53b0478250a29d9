package org.answerloop.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.answerloop.conversation.application.TimelineEntry;
import org.answerloop.conversation.application.TimelineEntry.ClosingEntry;
import org.answerloop.conversation.application.TimelineEntry.FeedbackEntry;
import org.answerloop.conversation.application.TimelineEntry.HandoffEntry;
import org.answerloop.conversation.application.TimelineEntry.HandoffRequestEntry;
import org.answerloop.conversation.application.TimelineEntry.MessageEntry;
import org.answerloop.conversation.model.ContentSources.ContentSource;

/** Something that occurred in a conversation, named as the event that told it. */
sealed interface EntryBody {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Author(String kind, String name) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Message(
            String type,
            Instant time,
            boolean late,
            String messageId,
            Author author,
            String text,
            List<ContentSource> sources,
            List<Action> actions)
            implements EntryBody {}

    record Action(String name) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HandoffRequest(String type, Instant time, boolean late, String messageId) implements EntryBody {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Handoff(String type, Instant time, boolean late, String trigger, String to, String reason)
            implements EntryBody {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Feedback(String type, Instant time, boolean late, String rating, String messageId, String comment)
            implements EntryBody {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Closing(String type, Instant time, boolean late, Author by, boolean ticketClosed) implements EntryBody {}

    static EntryBody of(TimelineEntry entry) {
        if (entry instanceof MessageEntry message) {
            return new Message(
                    "message.posted",
                    message.at(),
                    message.late(),
                    message.messageId(),
                    author(message.authorKind(), message.authorName()),
                    message.text(),
                    message.sources(),
                    message.actions().stream().map(Action::new).toList());
        } else if (entry instanceof HandoffRequestEntry request) {
            return new HandoffRequest("handoff.requested", request.at(), request.late(), request.messageId());
        } else if (entry instanceof HandoffEntry handoff) {
            return new Handoff(
                    "handoff.made",
                    handoff.at(),
                    handoff.late(),
                    word(handoff.trigger()),
                    handoff.toName(),
                    handoff.reason());
        } else if (entry instanceof FeedbackEntry feedback) {
            String rating = feedback.helpful() ? "helpful" : "not_helpful";
            return new Feedback(
                    "feedback.given", feedback.at(), feedback.late(), rating, feedback.messageId(), feedback.remark());
        }
        ClosingEntry closing = (ClosingEntry) entry;
        Author by = closing.byKind() == null ? null : author(closing.byKind(), closing.byName());
        return new Closing("conversation.closed", closing.at(), closing.late(), by, closing.ticketClosed());
    }

    private static Author author(Enum<?> kind, String name) {
        return new Author(word(kind), name);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
