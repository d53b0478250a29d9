package org.answerloop.report.infrastructure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

import org.answerloop.kernel.Sql;
import org.answerloop.report.model.Span;
import org.answerloop.report.model.Strand;

/**
 * Spans as a table that rows are joined to. They are bound as moments, so the database finds the rows by the index on the
 * moment and does no arithmetic of dates.
 */
final class SpanValues {

    private static final String ROW =
            "(cast(? as integer), cast(? as timestamp with time zone), cast(? as timestamp with time zone))";

    private SpanValues() {}

    /**
     * Adds the rows of the strand that are in one of the spans, joined to it as {@code span (position, starts, ends)}. The
     * range of all spans stands there by itself as well: of values that are joined, the planner of PostgreSQL knows
     * nothing, and reads the whole table.
     */
    static Sql from(Sql sql, List<Span> spans, Strand strand) {
        Instant first =
                spans.stream().map(Span::from).min(Comparator.naturalOrder()).orElseThrow();
        Instant last =
                spans.stream().map(Span::to).max(Comparator.naturalOrder()).orElseThrow();
        String moment = strand.moment();
        return sql.add("from " + table(spans) + ", " + strand.rows(), bound(spans))
                .add("where " + moment + " >= ? and " + moment + " < ?", first, last)
                .add("and " + moment + " >= span.starts and " + moment + " < span.ends")
                .add("and " + strand.condition());
    }

    private static String table(List<Span> spans) {
        return "(values " + String.join(", ", Collections.nCopies(spans.size(), ROW))
                + ") as span (position, starts, ends)";
    }

    private static Object[] bound(List<Span> spans) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            values.add(i);
            values.add(spans.get(i).from());
            values.add(spans.get(i).to());
        }
        return values.toArray();
    }
}
