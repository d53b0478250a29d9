package org.answerloop.conversation.application;

import java.time.Instant;
import java.util.List;

import org.answerloop.conversation.model.AuthorKind;
import org.answerloop.conversation.model.ContentSources.ContentSource;
import org.answerloop.conversation.model.HandoffTrigger;

/** Something that occurred in a conversation, to be shown. */
public sealed interface TimelineEntry {

    Instant at();

    /** It occurred up to the deadline, and came after the verdict. */
    boolean late();

    /** What somebody wrote; the text is null once it is redacted. */
    record MessageEntry(
            Instant at,
            boolean late,
            String messageId,
            AuthorKind authorKind,
            String authorName,
            String text,
            List<ContentSource> sources,
            List<String> actions)
            implements TimelineEntry {}

    /** The visitor asked for a human. */
    record HandoffRequestEntry(Instant at, boolean late, String messageId) implements TimelineEntry {}

    /** The conversation went to a human; to whom and why may be null. */
    record HandoffEntry(Instant at, boolean late, HandoffTrigger trigger, String toName, String reason)
            implements TimelineEntry {}

    /** The visitor rated an answer; message and remark may be null. */
    record FeedbackEntry(Instant at, boolean late, boolean helpful, String messageId, String remark)
            implements TimelineEntry {}

    /** The latest closing; who did it may be null. */
    record ClosingEntry(Instant at, boolean late, AuthorKind byKind, String byName, boolean ticketClosed)
            implements TimelineEntry {}
}
