package org.answerloop.report.infrastructure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

import org.answerloop.kernel.Sql;
import org.answerloop.report.model.Counts;
import org.answerloop.report.model.Dimension;
import org.answerloop.report.model.Measure;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.Span;
import org.answerloop.report.model.Strand;
import org.answerloop.report.model.Tally;

/** Counts the rows of a strand by span and key, in one statement. */
final class TallyQuery {

    private final Dimension dimension;
    private final List<Measure> measures;
    private final Sql sql = new Sql();

    TallyQuery(Strand strand, Dimension dimension, Set<Measure> measures, List<Span> spans, ReportFilter filter) {
        this.dimension = dimension;
        this.measures = List.copyOf(measures);
        String key = dimension == null ? "" : ", " + dimension.key();
        sql.add("select span.position");
        if (dimension != null) {
            sql.add(key + " as tally_key, " + dimension.label() + " as tally_name");
        }
        this.measures.forEach(measure -> sql.add(", " + measure.aggregate() + " as " + column(measure)));
        SpanValues.from(sql, spans, strand);
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
        boolean keyed = dimension != null;
        return new Tally(
                row.getInt("position"),
                keyed ? row.getString("tally_key") : null,
                keyed ? row.getString("tally_name") : null,
                new Counts(values));
    }

    private static String column(Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT);
    }
}
