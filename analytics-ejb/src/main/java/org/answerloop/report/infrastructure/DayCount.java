package org.answerloop.report.infrastructure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import org.answerloop.conversation.model.Eligibility;
import org.answerloop.kernel.Sql;
import org.answerloop.report.model.Cell;
import org.answerloop.report.model.Closings;
import org.answerloop.report.model.Closings.Closer;
import org.answerloop.report.model.Counts;
import org.answerloop.report.model.DailyRollup;
import org.answerloop.report.model.Dimension;
import org.answerloop.report.model.Durations;
import org.answerloop.report.model.Measure;
import org.answerloop.report.model.ReportCalendar;
import org.answerloop.report.model.Span;
import org.answerloop.report.model.Strand;

/**
 * Counts days in the tables of the conversations, in each cell: a statement for each strand and one for the single
 * durations, whatever the number of days. The wider cells follow by adding up.
 */
final class DayCount {

    private static final String CELL = "c.agent_id, c.language, c.channel";

    private final DataSource dataSource;
    private final List<LocalDate> days;
    private final List<Span> spans;
    private final Map<Place, DailyRollup> found = new HashMap<>();

    DayCount(DataSource dataSource, List<LocalDate> days, ReportCalendar calendar) {
        this.dataSource = dataSource;
        this.days = days;
        this.spans = days.stream().map(calendar::day).toList();
    }

    List<DailyRollup> count() {
        for (Strand strand : Strand.values()) {
            List<Measure> measures = Arrays.stream(Measure.values())
                    .filter(measure -> measure.strand() == strand)
                    .toList();
            count(strand, measures);
        }
        countDurations();
        return new ArrayList<>(found.values());
    }

    private void count(Strand strand, List<Measure> measures) {
        boolean byTeammate = strand == Strand.CLOSING;
        String key = byTeammate ? ", " + Dimension.TEAMMATE.key() : "";
        Sql sql = new Sql().add("select span.position, " + CELL + ", max(c.agent_name) as agent_name");
        if (byTeammate) {
            sql.add(key + " as tally_key, " + Dimension.TEAMMATE.label() + " as tally_name");
        }
        measures.forEach(measure -> sql.add(", " + measure.aggregate() + " as " + RollupColumns.of(measure)));
        from(sql, strand).add("group by span.position, " + CELL + key);
        sql.list(dataSource, row -> {
            Closings closings = byTeammate ? closing(row) : Closings.NONE;
            add(row, row.getString("agent_name"), new Counts(RollupColumns.read(row, measures)), closings);
            return null;
        });
    }

    private void countDurations() {
        Sql sql = new Sql()
                .add("select position, agent_id, language, channel, slot, count(*) as durations from (")
                .add("select span.position, " + CELL + ", " + Durations.slot("c.resolution_millis") + " as slot");
        from(sql, Measure.RESOLVED.strand())
                .add("and " + Measure.RESOLVED.condition())
                .add(") as slotted group by position, agent_id, language, channel, slot");
        sql.list(dataSource, row -> {
            Durations durations = Durations.of(Map.of(row.getInt("slot"), row.getLong("durations")));
            add(row, null, new Counts(Map.of(), durations), Closings.NONE);
            return null;
        });
    }

    private Sql from(Sql sql, Strand strand) {
        return SpanValues.from(sql, spans, strand).add("and " + Eligibility.CONDITION);
    }

    private static Closings closing(ResultSet row) throws SQLException {
        Closer closer =
                new Closer(row.getString("tally_name"), row.getLong(RollupColumns.of(Measure.CLOSED_BY_TEAMMATE)));
        return new Closings(Map.of(row.getString("tally_key"), closer));
    }

    private void add(ResultSet row, String agentName, Counts counts, Closings closings) throws SQLException {
        LocalDate day = days.get(row.getInt("position"));
        Cell cell = Cell.of(row.getString("agent_id"), row.getString("language"), row.getString("channel"));
        DailyRollup narrow = new DailyRollup(day, cell, agentName, counts, closings);
        cell.covering().forEach(wider -> found.merge(new Place(day, wider), narrow.in(wider), DailyRollup::plus));
    }

    private record Place(LocalDate day, Cell cell) {}
}
