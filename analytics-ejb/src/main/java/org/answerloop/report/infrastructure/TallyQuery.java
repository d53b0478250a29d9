package org.answerloop.report.infrastructure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

import org.answerloop.kernel.Sql;
import org.answerloop.report.model.Basis;
import org.answerloop.report.model.Counts;
import org.answerloop.report.model.Dimension;
import org.answerloop.report.model.Measure;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.Span;
import org.answerloop.report.model.Tally;

/**
 * Counts the rows of a basis by span and key, in one statement. The spans are bound as moments and joined, so the database
 * finds the rows by the index on the moment and does no arithmetic of dates.
 */
final class TallyQuery {

    private final Dimension dimension;
    private final List<Measure> measures;
    private final Sql sql = new Sql();

    TallyQuery(Basis basis, Dimension dimension, Set<Measure> measures, List<Span> spans, ReportFilter filter) {
        this.dimension = dimension;
        this.measures = List.copyOf(measures);
        String key = dimension == null ? "" : ", " + dimension.key();
        sql.add("select span.position" + (dimension == null ? "" : key + " as tally_key"));
        this.measures.forEach(measure -> sql.add(", " + measure.aggregate() + " as " + column(measure)));
        sql.add(
                "from (values " + rows(spans.size()) + ") as span (position, starts, ends), " + basis.rows(),
                bound(spans));
        sql.add("where " + basis.moment() + " >= span.starts and " + basis.moment() + " < span.ends");
        Filtered.by(filter, sql);
        sql.add("group by span.position" + key);
    }

    List<Tally> run(DataSource dataSource) {
        return sql.list(dataSource, this::tally);
    }

    private Tally tally(ResultSet row) throws SQLException {
        Map<Measure, Long> values = new EnumMap<>(Measure.class);
        for (Measure measure : measures) {
            values.put(measure, row.getLong(column(measure)));
        }
        return new Tally(
                row.getInt("position"), dimension == null ? null : row.getString("tally_key"), new Counts(values));
    }

    private static String column(Measure measure) {
        return "count_" + measure.ordinal();
    }

    private static String rows(int count) {
        String row = "(cast(? as integer), cast(? as timestamp with time zone), cast(? as timestamp with time zone))";
        return String.join(", ", Collections.nCopies(count, row));
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
