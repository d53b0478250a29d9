package org.answerloop.report.infrastructure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.answerloop.report.model.Span;

/**
 * Spans as a table that rows are joined to. They are bound as moments, so the database finds the rows by the index on the
 * moment and does no arithmetic of dates.
 */
final class SpanValues {

    private static final String ROW =
            "(cast(? as integer), cast(? as timestamp with time zone), cast(? as timestamp with time zone))";

    private SpanValues() {}

    /** {@code span (position, starts, ends)}, as SQL. */
    static String table(List<Span> spans) {
        return "(values " + String.join(", ", Collections.nCopies(spans.size(), ROW))
                + ") as span (position, starts, ends)";
    }

    /** What is bound in it. */
    static Object[] bound(List<Span> spans) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            values.add(i);
            values.add(spans.get(i).from());
            values.add(spans.get(i).to());
        }
        return values.toArray();
    }

    /** That a moment is within the span, as SQL. */
    static String holds(String moment) {
        return moment + " >= span.starts and " + moment + " < span.ends";
    }
}
