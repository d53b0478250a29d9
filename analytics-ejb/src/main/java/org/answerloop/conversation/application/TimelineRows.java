package org.answerloop.conversation.application;

import java.util.List;

/** Reads what occurred in a conversation, a page at a time, in the order of time. */
public interface TimelineRows {

    /**
     * A page; it also ends where its texts become too many.
     *
     * @param next the position after which the next one begins; null on the last one
     */
    record TimelinePage(List<TimelineEntry> entries, TimelinePosition next) {}

    /**
     * @param closing the latest one; null while there is none
     * @param after what stands after it; null for the first page
     * @param limit of the entries
     */
    TimelinePage page(long conversation, TimelineEntry.ClosingEntry closing, TimelinePosition after, int limit);
}
