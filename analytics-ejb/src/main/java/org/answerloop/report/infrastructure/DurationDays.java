package org.answerloop.report.infrastructure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

import org.answerloop.report.model.Cell;
import org.answerloop.report.model.Durations;
import org.answerloop.report.model.Generation;

/** The times to resolution of a cell. */
record DurationDays(Cell cell) implements DaySlice<Durations> {

    /** They take as much as so many rows of counts. */
    private static final int ROWS = 8;

    @Override
    public Map<LocalDate, Durations> read(DataSource dataSource, Generation generation, Collection<LocalDate> days) {
        Map<LocalDate, Durations> read = new HashMap<>();
        DaySlice.of(cell, "durations", generation, days)
                .list(
                        dataSource,
                        row -> read.put(
                                row.getObject("local_day", LocalDate.class),
                                Durations.parse(row.getString("durations"))));
        return read;
    }

    @Override
    public Durations nothing() {
        return Durations.NONE;
    }

    @Override
    public int size(Durations ofDay) {
        return ofDay.isEmpty() ? 1 : ROWS;
    }
}
