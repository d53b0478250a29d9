package org.answerloop.report.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * The dates of a report, as a person names them.
 *
 * @param from the first local date
 * @param until the last local date, which is included
 */
public record ReportingPeriod(LocalDate from, LocalDate until) {

    private static final int DAYS_DRAWN_BY_DAY = 35;
    private static final int DAYS_DRAWN_BY_WEEK = 250;

    /** The week of that day and the eleven weeks before it. */
    public static ReportingPeriod byDefault(LocalDate today, DayOfWeek weekStart) {
        return weeks(12, today, weekStart);
    }

    /** So many weeks, up to the day; the last of them is not over yet. */
    public static ReportingPeriod weeks(int weeks, LocalDate today, DayOfWeek weekStart) {
        LocalDate weekBegan = today.with(TemporalAdjusters.previousOrSame(weekStart));
        return new ReportingPeriod(weekBegan.minusWeeks(weeks - 1L), today);
    }

    /** So many days, up to the day. */
    public static ReportingPeriod days(int days, LocalDate today) {
        return new ReportingPeriod(today.minusDays(days - 1L), today);
    }

    /** So many months, up to the day; the last of them is not over yet. */
    public static ReportingPeriod months(int months, LocalDate today) {
        return new ReportingPeriod(today.withDayOfMonth(1).minusMonths(months - 1L), today);
    }

    /** The whole month before that of the day. */
    public static ReportingPeriod monthBefore(LocalDate today) {
        LocalDate first = today.withDayOfMonth(1).minusMonths(1);
        return new ReportingPeriod(first, first.with(TemporalAdjusters.lastDayOfMonth()));
    }

    /** The width of the points with which a period of this length is read best. */
    public Bucket bestBucket() {
        long days = ChronoUnit.DAYS.between(from, until) + 1;
        if (days <= DAYS_DRAWN_BY_DAY) {
            return Bucket.DAY;
        }
        return days <= DAYS_DRAWN_BY_WEEK ? Bucket.WEEK : Bucket.MONTH;
    }
}
