package org.answerloop.report.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.answerloop.kernel.PageCursor;
import org.answerloop.report.model.Basis;
import org.answerloop.report.model.ConversationRow;
import org.answerloop.report.model.Dimension;
import org.answerloop.report.model.FilterChoices;
import org.answerloop.report.model.Measure;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.Span;
import org.answerloop.report.model.Tally;

/**
 * Where the reports take their counts from: the conversations themselves, or what was counted of them before. Of a
 * filter, it heeds the channel, the agent and the language; the time is given as spans.
 */
public interface ReportSource {

    /**
     * Counts rows of the basis.
     *
     * @param dimension null for none
     * @return one tally for each span and key that holds any row, in no particular order
     */
    List<Tally> tallies(Basis basis, Dimension dimension, Set<Measure> measures, List<Span> spans, ReportFilter filter);

    /** When the customer agent first took part in the earliest conversation that is still pending. */
    Optional<Instant> earliestPending(ReportFilter filter);

    /**
     * The conversations that the metric counts in the span, the latest first.
     *
     * @param key null for all
     * @param after where the page before ended; null for the first
     */
    List<PagedRow> conversations(
            Metric metric, String key, Span span, ReportFilter filter, PageCursor after, int limit);

    /** What the filter can be set to. */
    FilterChoices choices();

    /** A row, and where it stands in the list. */
    record PagedRow(ConversationRow row, PageCursor position) {}
}
