package org.answerloop.web.reporting;

import java.time.Instant;
import java.util.List;

/**
 * Something that occurred in a conversation, as the page shows it.
 *
 * @param kind {@code visitor}, {@code customer_agent} or {@code teammate} for what somebody wrote, {@code event} for what
 *     was done, {@code deadline} for the deadline
 * @param anchor where the address of the item points
 * @param day the date, where the item is the first of it; null otherwise
 * @param at when it occurred
 * @param title who wrote it, or what was done
 * @param label the kind of author; null where the title says it all
 * @param text what was written or given as the reason; null where nothing was
 * @param redacted whether the text was taken away
 * @param sources what an agent reply refers to
 * @param actions what the customer agent did with a reply
 * @param late whether it came after the verdict, which it no longer changed
 */
public record TimelineItem(
        String kind,
        String anchor,
        String day,
        Instant at,
        String title,
        String label,
        String text,
        boolean redacted,
        List<Link> sources,
        List<String> actions,
        boolean late) {

    /** Keeps copies that nobody changes. */
    public TimelineItem {
        sources = List.copyOf(sources);
        actions = List.copyOf(actions);
    }

    /** Whether somebody wrote it. */
    public boolean message() {
        return !kind.equals("event") && !kind.equals("deadline");
    }

    TimelineItem onDay(String date) {
        return new TimelineItem(kind, anchor, date, at, title, label, text, redacted, sources, actions, late);
    }
}
