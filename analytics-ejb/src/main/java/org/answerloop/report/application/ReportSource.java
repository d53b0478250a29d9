package org.answerloop.report.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.answerloop.kernel.PageCursor;
import org.answerloop.report.model.ConversationRow;
import org.answerloop.report.model.Dimension;
import org.answerloop.report.model.FilterChoices;
import org.answerloop.report.model.Needs;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.Rows;
import org.answerloop.report.model.RowsRequest.Order;
import org.answerloop.report.model.Span;
import org.answerloop.report.model.Tally;

/**
 * Where the reports take their counts from: the conversations themselves, or what was counted of them before. Of a
 * filter, it heeds the channel, the agent and the language; the time is given as spans.
 */
public interface ReportSource {

    /** Begins to read, as of this moment. */
    Reading read(ReportFilter filter);

    /**
     * The rows behind a figure, in the order of their moments.
     *
     * @param after where the page before ended; null for the first
     */
    List<PagedRow> conversations(Rows rows, Order order, PageCursor after, int limit);

    /** As {@link #conversations}, but only those in whose messages the text stands. */
    FoundRows search(Rows rows, String text, Order order, PageCursor after, int limit);

    /** What the filter can be set to. */
    FilterChoices choices();

    /** Begins to read lists of which all pages are as of one moment; to be closed soon. */
    Snapshot snapshot();

    /** Lists as of one moment, whatever changes meanwhile; for the thread that began it, outside of a transaction. */
    interface Snapshot extends AutoCloseable {

        /** As {@link ReportSource#conversations}. */
        List<PagedRow> conversations(Rows rows, Order order, PageCursor after, int limit);

        /** As {@link ReportSource#search}. */
        FoundRows search(Rows rows, String text, Order order, PageCursor after, int limit);

        @Override
        void close();
    }

    /** What is counted by one filter, as of the moment at which it began. */
    interface Reading {

        /**
         * Counts.
         *
         * @param dimension null for none
         * @return a tally for each span and key that holds any row of the strands of the measures, in no particular
         *     order; no two for the same span and key
         */
        List<Tally> tallies(Needs needs, Dimension dimension, List<Span> spans);

        /** The cohort day of the earliest conversation that is still pending. */
        Optional<LocalDate> earliestPending();

        /** A stretch of time that holds every first part of the customer agent; nothing where there is none. */
        Optional<Span> extent();
    }

    /** A row, and where it stands in the list. */
    record PagedRow(ConversationRow row, PageCursor position) {}

    /**
     * What a search has found so far.
     *
     * @param next where it goes on; null where all was looked through
     */
    record FoundRows(List<PagedRow> rows, PageCursor next) {

        public FoundRows {
            rows = List.copyOf(rows);
        }
    }
}
