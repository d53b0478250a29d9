package org.answerloop.report.infrastructure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

import org.answerloop.kernel.Sql;
import org.answerloop.report.application.RollupStore.Readable;

/**
 * In which revision of its generation each day was counted last, as far as a reader knows: all of them up to its own
 * revision, and some that came meanwhile.
 */
final class DayRevisions {

    /** Before anything was read. */
    static final DayRevisions NONE = new DayRevisions(0, 0, Map.of());

    private final long generation;
    private final long revision;
    private final Map<LocalDate, Long> days;

    private DayRevisions(long generation, long revision, Map<LocalDate, Long> days) {
        this.generation = generation;
        this.revision = revision;
        this.days = days;
    }

    /** The same as of the readable. What other readers know is not bounded by its revision: none is to be missed. */
    DayRevisions asOf(Readable readable, DataSource dataSource) {
        if (isAsOf(readable)) {
            return this;
        }
        boolean same = generation == readable.generation().id() && revision <= readable.revision();
        Map<LocalDate, Long> known = new HashMap<>(same ? days : Map.of());
        new Sql()
                .add("select local_day, revision from rollup_day")
                .add("where generation = ?", readable.generation().id())
                .add("and revision > ?", same ? revision : 0L)
                .list(
                        dataSource,
                        row -> known.put(row.getObject("local_day", LocalDate.class), row.getLong("revision")));
        return new DayRevisions(readable.generation().id(), readable.revision(), known);
    }

    boolean isAsOf(Readable readable) {
        return generation == readable.generation().id() && revision == readable.revision();
    }

    boolean isAfter(DayRevisions other) {
        return generation > other.generation || generation == other.generation && revision > other.revision;
    }

    /** The days that were counted at all. */
    Collection<LocalDate> days() {
        return days.keySet();
    }

    /** 0 where nothing was counted yet. */
    long of(LocalDate day) {
        return days.getOrDefault(day, 0L);
    }

    long generation() {
        return generation;
    }
}
