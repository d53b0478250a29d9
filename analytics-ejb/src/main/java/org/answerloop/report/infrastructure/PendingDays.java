package org.answerloop.report.infrastructure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

import org.answerloop.report.model.Cell;
import org.answerloop.report.model.Generation;
import org.answerloop.report.model.Measure;

/** Whether there were pending conversations when a day was counted. */
record PendingDays(Cell cell) implements DaySlice<Boolean> {

    @Override
    public Map<LocalDate, Boolean> read(DataSource dataSource, Generation generation, Collection<LocalDate> days) {
        Map<LocalDate, Boolean> read = new HashMap<>();
        DaySlice.of(cell, RollupColumns.of(Measure.PENDING), generation, days)
                .add("and " + RollupColumns.of(Measure.PENDING) + " > 0")
                .list(dataSource, row -> read.put(row.getObject("local_day", LocalDate.class), true));
        return read;
    }

    @Override
    public Boolean nothing() {
        return false;
    }

    @Override
    public int size(Boolean ofDay) {
        return 0;
    }
}
