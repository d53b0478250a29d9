package org.answerloop.report.infrastructure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

import org.answerloop.report.model.Cell;
import org.answerloop.report.model.Counts;
import org.answerloop.report.model.Generation;

/** What was counted of a cell. */
record CellDays(Cell cell) implements DaySlice<Counts> {

    @Override
    public Map<LocalDate, Counts> read(DataSource dataSource, Generation generation, Collection<LocalDate> days) {
        Map<LocalDate, Counts> read = new HashMap<>();
        DaySlice.of(cell, RollupColumns.all(), generation, days)
                .list(
                        dataSource,
                        row -> read.put(
                                row.getObject("local_day", LocalDate.class),
                                new Counts(RollupColumns.read(row, RollupColumns.MEASURES))));
        return read;
    }

    @Override
    public Counts nothing() {
        return Counts.NONE;
    }

    @Override
    public int size(Counts ofDay) {
        return 1;
    }
}
