package org.answerloop.report.infrastructure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

import org.answerloop.report.application.RollupStore.Extent;
import org.answerloop.report.model.ReportCalendar;
import org.answerloop.report.model.Span;

/** The days that are stale, as stretches that neither touch nor overlap: there may be many days in few of them. */
final class StaleDays {

    private final ReportCalendar calendar;

    /** From the first day of a stretch to the day after its last. */
    private final NavigableMap<LocalDate, LocalDate> stretches = new TreeMap<>();

    StaleDays(ReportCalendar calendar, Collection<Extent> stale) {
        this.calendar = calendar;
        stale.stream().filter(extent -> extent.from().isBefore(extent.to())).forEach(this::add);
    }

    private void add(Extent extent) {
        LocalDate first = calendar.dateOf(extent.from());
        LocalDate end = calendar.dateOf(extent.to().minusNanos(1)).plusDays(1);
        Map.Entry<LocalDate, LocalDate> near = stretches.floorEntry(end);
        while (near != null && !near.getValue().isBefore(first)) {
            stretches.remove(near.getKey());
            first = near.getKey().isBefore(first) ? near.getKey() : first;
            end = near.getValue().isAfter(end) ? near.getValue() : end;
            near = stretches.floorEntry(end);
        }
        stretches.put(first, end);
    }

    boolean contains(LocalDate day) {
        Map.Entry<LocalDate, LocalDate> stretch = stretches.floorEntry(day);
        return stretch != null && day.isBefore(stretch.getValue());
    }

    Optional<LocalDate> first() {
        return stretches.isEmpty() ? Optional.empty() : Optional.of(stretches.firstKey());
    }

    Optional<LocalDate> last() {
        return stretches.isEmpty()
                ? Optional.empty()
                : Optional.of(stretches.lastEntry().getValue().minusDays(1));
    }

    /** Each stretch a span. */
    List<Span> spans() {
        return stretches.entrySet().stream()
                .map(stretch -> calendar.days(stretch.getKey(), stretch.getValue()))
                .toList();
    }
}
