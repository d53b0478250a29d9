package org.answerloop.report.infrastructure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import org.answerloop.kernel.Sql;
import org.answerloop.report.infrastructure.DirectTallies.Place;
import org.answerloop.report.model.Dimension;
import org.answerloop.report.model.Durations;
import org.answerloop.report.model.Measure;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.Span;
import org.answerloop.report.model.Strand;

/** How many of the resolved conversations took how long, by span and key. */
final class DurationQuery {

    private final boolean keyed;
    private final Sql sql = new Sql();

    DurationQuery(Dimension dimension, List<Span> spans, ReportFilter filter) {
        this.keyed = dimension != null;
        Strand strand = Measure.RESOLVED.strand();
        String key = keyed ? dimension.key() : "cast(null as varchar(255))";
        sql.add("select position, tally_key, slot, count(*) as durations from (select span.position, " + key)
                .add("as tally_key, " + Durations.slot("c.resolution_millis") + " as slot");
        SpanValues.from(sql, spans, strand).add("and " + Measure.RESOLVED.condition());
        Filtered.by(filter, sql);
        sql.add(") as slotted group by position, tally_key, slot");
    }

    /** By slot. */
    Map<Place, Map<Integer, Long>> run(DataSource dataSource) {
        Map<Place, Map<Integer, Long>> found = new HashMap<>();
        sql.list(
                dataSource,
                row -> found.computeIfAbsent(
                                new Place(row.getInt("position"), keyed ? row.getString("tally_key") : null),
                                place -> new HashMap<>())
                        .put(row.getInt("slot"), row.getLong("durations")));
        return found;
    }
}
