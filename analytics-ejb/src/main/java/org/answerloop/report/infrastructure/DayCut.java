package org.answerloop.report.infrastructure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.answerloop.report.application.RollupStore.Extent;
import org.answerloop.report.model.ReportCalendar;
import org.answerloop.report.model.Span;

/**
 * Spans cut into whole days that the rollup has counted, and the rest: days that are stale, and parts of days.
 */
final class DayCut {

    private final ReportCalendar calendar;
    private final StaleDays stale;
    private final Map<LocalDate, List<Integer>> whole = new HashMap<>();
    private final List<Span> rest = new ArrayList<>();
    private final List<Integer> owners = new ArrayList<>();

    DayCut(ReportCalendar calendar, Collection<Extent> stale, List<Span> spans) {
        this.calendar = calendar;
        this.stale = new StaleDays(calendar, stale);
        for (int i = 0; i < spans.size(); i++) {
            cut(i, spans.get(i));
        }
    }

    private void cut(int owner, Span span) {
        Instant left = span.from();
        for (LocalDate date : calendar.daysTouching(span.from(), span.to())) {
            Span day = calendar.day(date);
            boolean counted = !stale.contains(date)
                    && !day.from().isBefore(span.from())
                    && !day.to().isAfter(span.to());
            if (counted) {
                addRest(owner, span, left, day.from());
                whole.computeIfAbsent(date, d -> new ArrayList<>()).add(owner);
                left = day.to();
            }
        }
        addRest(owner, span, left, span.to());
    }

    private void addRest(int owner, Span span, Instant from, Instant to) {
        if (from.isBefore(to)) {
            rest.add(new Span(span.name(), from, to));
            owners.add(owner);
        }
    }

    /** By the day, the indexes of the spans that it is a part of. */
    Map<LocalDate, List<Integer>> whole() {
        return whole;
    }

    StaleDays stale() {
        return stale;
    }

    /** What has to be counted directly, each within one span. */
    List<Span> rest() {
        return rest;
    }

    /** The index of the span that a part of the rest is of. */
    int owner(int index) {
        return owners.get(index);
    }
}
