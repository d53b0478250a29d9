package org.answerloop.report.infrastructure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

import org.answerloop.kernel.Sql;
import org.answerloop.report.model.Cell;
import org.answerloop.report.model.Counts;
import org.answerloop.report.model.Dimension;
import org.answerloop.report.model.Durations;
import org.answerloop.report.model.Generation;
import org.answerloop.report.model.Measure;
import org.answerloop.report.model.Needs;

/** Reads days of the rollup: one row a day, or one for each channel. */
final class RollupQuery {

    private final DataSource dataSource;
    private final Generation generation;
    private final Cell cell;

    RollupQuery(DataSource dataSource, Generation generation, Cell cell) {
        this.dataSource = dataSource;
        this.generation = generation;
        this.cell = cell;
    }

    /**
     * What was counted of a day for a key.
     *
     * @param key null where no dimension was asked for
     * @param name what the key is called; may be null
     */
    record DayTally(LocalDate day, String key, String name, Counts counts) {}

    List<DayTally> tallies(Needs needs, Dimension dimension, Set<LocalDate> days) {
        List<DayTally> tallies = new ArrayList<>();
        if (days.isEmpty()) {
            return tallies;
        }
        Sql sql = new Sql().add("select local_day, channel, durations, closings");
        if (!needs.measures().isEmpty()) {
            sql.add(", " + RollupColumns.of(needs.measures()));
        }
        sql.add("from daily_rollup where generation = ?", generation.id())
                .add("and agent_id = ? and language = ?", cell.agent(), cell.language())
                .add("and local_day >= ? and local_day <= ?", Collections.min(days), Collections.max(days));
        if (dimension == Dimension.CHANNEL && cell.channel().equals(Cell.ALL)) {
            sql.add("and channel <> ?", Cell.ALL);
        } else {
            sql.add("and channel = ?", cell.channel());
        }
        sql.list(dataSource, row -> tallies.addAll(tallies(needs, dimension, row)));
        tallies.removeIf(tally -> !days.contains(tally.day()) || tally.counts().isEmpty());
        return tallies;
    }

    private static List<DayTally> tallies(Needs needs, Dimension dimension, ResultSet row) throws SQLException {
        LocalDate day = row.getObject("local_day", LocalDate.class);
        if (dimension == Dimension.TEAMMATE) {
            return RollupColumns.closings(row.getString("closings")).byTeammate().entrySet().stream()
                    .map(closer -> new DayTally(
                            day,
                            closer.getKey(),
                            closer.getValue().name(),
                            new Counts(Map.of(
                                    Measure.CLOSED_BY_TEAMMATE,
                                    closer.getValue().count()))))
                    .toList();
        }
        Durations durations = needs.durations() ? Durations.parse(row.getString("durations")) : Durations.NONE;
        Counts counts = new Counts(RollupColumns.read(row, needs.measures()), durations);
        return List.of(new DayTally(day, dimension == null ? null : row.getString("channel"), null, counts));
    }

    /** The days that had pending conversations when they were counted, in their order. */
    List<LocalDate> pendingDays() {
        return new Sql()
                .add("select local_day from daily_rollup where generation = ?", generation.id())
                .add("and agent_id = ? and language = ?", cell.agent(), cell.language())
                .add("and channel = ? and " + RollupColumns.of(Measure.PENDING) + " > 0", cell.channel())
                .add("order by local_day")
                .list(dataSource, row -> row.getObject("local_day", LocalDate.class));
    }
}
