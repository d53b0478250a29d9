package org.answerloop.report.infrastructure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import org.answerloop.report.application.RollupStore.Readable;

/**
 * Days of the rollup as they were read, kept for the next reader. A day is known by its generation and the revision in
 * which it was counted, and read again when that is another: nobody has to tell the memory of a change, on whichever
 * server it was. What was asked for least recently is forgotten when there is no more room.
 */
final class DayMemory {

    /** About 300 bytes each: some 25 MB of the heap at most, which are ten years of a dozen filters. */
    private static final int MOST_ROWS = 80_000;

    private static final int MOST_SLICES = 1_000;

    private final DataSource dataSource;
    private final Map<DaySlice<?>, Map<LocalDate, Kept>> slices = new LinkedHashMap<>(16, 0.75f, true);
    private DayRevisions revisions = DayRevisions.NONE;
    private int rows;

    DayMemory(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** In which revision each day is to be read. */
    DayRevisions revisions(Readable readable) {
        DayRevisions known;
        synchronized (this) {
            known = revisions;
        }
        DayRevisions current = known.asOf(readable, dataSource);
        synchronized (this) {
            if (current.isAfter(revisions)) {
                if (current.generation() != revisions.generation()) {
                    slices.clear();
                    rows = 0;
                }
                revisions = current;
            }
        }
        return current;
    }

    /** What the slice says of the days: from memory, and what is not there in one go from the tables. */
    <T> Map<LocalDate, T> recall(
            Readable readable, DayRevisions current, DaySlice<T> slice, Collection<LocalDate> days) {
        Map<LocalDate, T> found = new HashMap<>();
        List<LocalDate> missing = find(current, slice, days, found);
        if (missing.isEmpty()) {
            return found;
        }
        Map<LocalDate, T> read = slice.read(dataSource, readable.generation(), missing);
        Map<LocalDate, T> news = new HashMap<>();
        missing.forEach(day -> news.put(day, read.getOrDefault(day, slice.nothing())));
        keep(current, slice, news);
        found.putAll(news);
        return found;
    }

    /** @return the days that are not there, or not in this revision */
    @SuppressWarnings("unchecked")
    private synchronized <T> List<LocalDate> find(
            DayRevisions current, DaySlice<T> slice, Collection<LocalDate> days, Map<LocalDate, T> found) {
        boolean ours = current.generation() == revisions.generation();
        Map<LocalDate, Kept> kept = ours ? slices.getOrDefault(slice, Map.of()) : Map.of();
        List<LocalDate> missing = new ArrayList<>();
        for (LocalDate day : days) {
            Kept ofDay = kept.get(day);
            if (ofDay != null && ofDay.revision() == current.of(day)) {
                // Only what its own slice has read is kept for it.
                found.put(day, (T) ofDay.value());
            } else {
                missing.add(day);
            }
        }
        return missing;
    }

    private synchronized <T> void keep(DayRevisions current, DaySlice<T> slice, Map<LocalDate, T> news) {
        if (current.generation() != revisions.generation()) {
            return;
        }
        Map<LocalDate, Kept> kept = slices.computeIfAbsent(slice, s -> new HashMap<>());
        news.forEach((day, value) -> {
            Kept now = new Kept(current.of(day), value, slice.size(value));
            Kept before = kept.put(day, now);
            rows += now.size() - (before == null ? 0 : before.size());
        });
        Iterator<Map<LocalDate, Kept>> eldest = slices.values().iterator();
        while ((rows > MOST_ROWS || slices.size() > MOST_SLICES) && eldest.hasNext()) {
            rows -= eldest.next().values().stream().mapToInt(Kept::size).sum();
            eldest.remove();
        }
    }

    private record Kept(long revision, Object value, int size) {}
}
