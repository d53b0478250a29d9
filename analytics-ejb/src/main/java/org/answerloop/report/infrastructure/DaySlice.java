package org.answerloop.report.infrastructure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import javax.sql.DataSource;

import org.answerloop.kernel.Sql;
import org.answerloop.report.model.Cell;
import org.answerloop.report.model.Generation;

/**
 * What can be read of days of the rollup, each day by itself. Two that are equal read the same.
 *
 * @param <T> what is read of a day
 */
interface DaySlice<T> {

    /** By the day; days without anything are left out. There may be others among them than those that were asked for. */
    Map<LocalDate, T> read(DataSource dataSource, Generation generation, Collection<LocalDate> days);

    /** What is said of a day without anything. */
    T nothing();

    /** How much room it takes, in rows of counts. */
    int size(T ofDay);

    /** The day, and columns of a cell. */
    static Sql of(Cell cell, String columns, Generation generation, Collection<LocalDate> days) {
        Sql sql = new Sql()
                .add("select local_day, " + columns + " from daily_rollup")
                .add("where generation = ?", generation.id())
                .add("and agent_id = ? and language = ?", cell.agent(), cell.language())
                .add("and channel = ?", cell.channel());
        return DayRange.of(days, sql);
    }
}
