package org.answerloop.report.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Local dates to moments, in the reporting zone. All arithmetic of days, weeks and months is done here and none by the
 * database, whose own zone may be another; a day lasts 23, 24 or 25 hours as the zone has it.
 */
public record ReportCalendar(ZoneId zone, DayOfWeek weekStart) {

    /**
     * The buckets of a report in the order of time. The first and the last are cut to the report's range, so that the
     * series holds what the total holds.
     */
    public List<Span> buckets(ReportFilter filter) {
        List<Span> buckets = new ArrayList<>();
        LocalDate name = filter.bucket().startOf(filter.from(), weekStart);
        while (name.isBefore(filter.to())) {
            LocalDate next = filter.bucket().next(name);
            buckets.add(span(name, later(name, filter.from()), earlier(next, filter.to())));
            name = next;
        }
        return List.copyOf(buckets);
    }

    /** The one bucket of a report that holds the date; empty of time where the date is outside the report. */
    public Span bucket(ReportFilter filter, LocalDate date) {
        LocalDate name = filter.bucket().startOf(date, weekStart);
        LocalDate from = later(name, filter.from());
        LocalDate to = earlier(filter.bucket().next(name), filter.to());
        return span(name, from, later(from, to));
    }

    /** The whole range of a report. */
    public Span range(ReportFilter filter) {
        return days(filter.from(), filter.to());
    }

    /** From the beginning of a local day to that of another. */
    public Span days(LocalDate from, LocalDate to) {
        return span(from, from, to);
    }

    /** From the beginning of the week up to now. */
    public Span weekSoFar(Instant now) {
        return weekSoFar(now.atZone(zone));
    }

    /**
     * The same span of the week before: up to the same time of the same day of the week, on the local clock, so that
     * both begin with their week also where the clocks changed between them.
     */
    public Span weekBeforeSoFar(Instant now) {
        return weekSoFar(now.atZone(zone).minusWeeks(1));
    }

    /** The local date of a moment. */
    public LocalDate dateOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** A local day. */
    public Span day(LocalDate date) {
        return span(date, date, date.plusDays(1));
    }

    /** The local days of which any part is in the span, in their order. */
    public List<LocalDate> daysTouching(Instant from, Instant to) {
        LocalDate first = dateOf(from);
        LocalDate last = dateOf(to.minusNanos(1));
        return from.isBefore(to) ? first.datesUntil(last.plusDays(1)).toList() : List.of();
    }

    private Span weekSoFar(ZonedDateTime now) {
        LocalDate weekBegan = Bucket.WEEK.startOf(now.toLocalDate(), weekStart);
        return new Span(weekBegan, startOf(weekBegan), now.toInstant());
    }

    private Span span(LocalDate name, LocalDate from, LocalDate to) {
        return new Span(name, startOf(from), startOf(to));
    }

    private Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
