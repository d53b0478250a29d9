package org.answerloop.report.infrastructure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

import org.answerloop.report.model.Cell;
import org.answerloop.report.model.Closings;
import org.answerloop.report.model.Generation;

/** Who closed how many conversations of a cell. */
record ClosingDays(Cell cell) implements DaySlice<Closings> {

    @Override
    public Map<LocalDate, Closings> read(DataSource dataSource, Generation generation, Collection<LocalDate> days) {
        Map<LocalDate, Closings> read = new HashMap<>();
        DaySlice.of(cell, "closings", generation, days)
                .list(
                        dataSource,
                        row -> read.put(
                                row.getObject("local_day", LocalDate.class),
                                RollupColumns.closings(row.getString("closings"))));
        return read;
    }

    @Override
    public Closings nothing() {
        return Closings.NONE;
    }

    @Override
    public int size(Closings ofDay) {
        return Math.max(1, ofDay.byTeammate().size());
    }
}
