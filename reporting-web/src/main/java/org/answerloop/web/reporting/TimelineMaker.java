package org.answerloop.web.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.answerloop.conversation.application.ConversationView;
import org.answerloop.conversation.application.TimelineEntry;
import org.answerloop.conversation.application.TimelineEntry.ClosingEntry;
import org.answerloop.conversation.application.TimelineEntry.FeedbackEntry;
import org.answerloop.conversation.application.TimelineEntry.HandoffEntry;
import org.answerloop.conversation.application.TimelineEntry.HandoffRequestEntry;
import org.answerloop.conversation.application.TimelineEntry.MessageEntry;
import org.answerloop.conversation.application.TimelinePosition;

/** Tells a conversation in the order of time, with the deadline where it falls. */
final class TimelineMaker {

    /** The anchor of the deadline. */
    static final String DEADLINE = "deadline";

    private final Texts texts;

    TimelineMaker(Texts texts) {
        this.texts = texts;
    }

    /** The first page of a timeline. */
    List<TimelineItem> items(ConversationView conversation) {
        return items(conversation, null);
    }

    /** @param after where the page before ended; null for the first */
    List<TimelineItem> items(ConversationView conversation, TimelinePosition after) {
        List<TimelineItem> items = new ArrayList<>();
        Instant deadline = conversation.deadline();
        boolean deadlineTold = deadline == null || after != null && deadline.isBefore(after.at());
        for (int position = 0; position < conversation.timeline().size(); position++) {
            TimelineEntry entry = conversation.timeline().get(position);
            if (!deadlineTold && entry.at().isAfter(conversation.deadline())) {
                items.add(deadline(conversation.deadline()));
                deadlineTold = true;
            }
            items.add(item(entry, anchor(entry, position)));
        }
        if (!deadlineTold && conversation.next() == null) {
            items.add(deadline(conversation.deadline()));
        }
        return withDays(items);
    }

    /** Where an address within the page points to find the entry at that position of the timeline. */
    static String anchor(TimelineEntry entry, int position) {
        return entry instanceof MessageEntry message ? anchor(message.messageId()) : "e-" + position;
    }

    /** The anchor of a message: its id may hold anything, and an anchor may not. */
    static String anchor(String messageId) {
        StringBuilder anchor = new StringBuilder("m-");
        messageId
                .codePoints()
                .forEach(c -> anchor.append(
                        c < 128 && Character.isLetterOrDigit(c)
                                ? Character.toString(c)
                                : "_" + Integer.toHexString(c) + "_"));
        return anchor.toString();
    }

    private List<TimelineItem> withDays(List<TimelineItem> items) {
        List<TimelineItem> told = new ArrayList<>();
        LocalDate before = null;
        for (TimelineItem item : items) {
            LocalDate date = texts.formats().localDate(item.at());
            told.add(date.equals(before) ? item : item.onDay(texts.formats().date(date)));
            before = date;
        }
        return told;
    }

    private TimelineItem item(TimelineEntry entry, String anchor) {
        if (entry instanceof MessageEntry message) {
            return message(message, anchor);
        }
        if (entry instanceof HandoffRequestEntry) {
            return event(entry, anchor, texts.of("timeline.handoff_requested"), null);
        }
        if (entry instanceof HandoffEntry handoff) {
            String trigger = texts.of("timeline.handoff." + lower(handoff.trigger()));
            String to = handoff.toName() == null ? trigger : texts.of("timeline.to", trigger, handoff.toName());
            return event(entry, anchor, to, handoff.reason());
        }
        if (entry instanceof FeedbackEntry feedback) {
            String key = feedback.helpful() ? "timeline.helpful" : "timeline.not_helpful";
            return event(entry, anchor, texts.of(key), feedback.remark());
        }
        return closing((ClosingEntry) entry, anchor);
    }

    private TimelineItem message(MessageEntry message, String anchor) {
        String kind = lower(message.authorKind());
        String role = texts.of("author." + kind);
        boolean named = message.authorName() != null && !message.authorName().isBlank();
        return new TimelineItem(
                kind,
                anchor,
                null,
                message.at(),
                named ? message.authorName() : role,
                named ? role : null,
                message.text(),
                message.text() == null,
                message.sources().stream()
                        .map(source -> Link.of(source.title() == null ? source.id() : source.title(), source.url()))
                        .filter(link -> link.text() != null)
                        .toList(),
                message.actions(),
                message.late());
    }

    private TimelineItem closing(ClosingEntry closing, String anchor) {
        String what = texts.of(closing.ticketClosed() ? "timeline.closed_with_ticket" : "timeline.closed");
        String by = closing.byName();
        if (by == null && closing.byKind() != null) {
            by = texts.of("author." + lower(closing.byKind()));
        }
        return event(closing, anchor, by == null ? what : texts.of("timeline.by", what, by), null);
    }

    private TimelineItem deadline(Instant deadline) {
        return new TimelineItem(
                "deadline",
                DEADLINE,
                null,
                deadline,
                texts.of("timeline.deadline"),
                null,
                null,
                false,
                List.of(),
                List.of(),
                false);
    }

    private static TimelineItem event(TimelineEntry entry, String anchor, String title, String text) {
        return new TimelineItem(
                "event", anchor, null, entry.at(), title, null, text, false, List.of(), List.of(), entry.late());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
