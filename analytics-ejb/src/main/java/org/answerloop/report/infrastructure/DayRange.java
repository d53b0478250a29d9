package org.answerloop.report.infrastructure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;

import org.answerloop.kernel.Sql;

/** The condition that a row of the rollup is of some days. */
final class DayRange {

    /** Of more than so many the whole stretch is read from the first to the last. */
    private static final int FEW = 16;

    private DayRange() {}

    /** @param days at least one */
    static Sql of(Collection<LocalDate> days, Sql sql) {
        return days.size() <= FEW
                ? sql.addIn("local_day", days)
                : sql.add("and local_day >= ? and local_day <= ?", Collections.min(days), Collections.max(days));
    }
}
