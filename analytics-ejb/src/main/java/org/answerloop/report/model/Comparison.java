package org.answerloop.report.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/**
 * A report beside the same report of an earlier time, bucket by bucket.
 *
 * @param compared the filter of the earlier report
 * @param buckets how many buckets it lies before the current one; 0 where it lies a calendar year before
 */
public record Comparison(Kind kind, ReportFilter current, ReportFilter compared, int buckets) {

    private static final int WEEKS_OF_A_YEAR = 52;
    private static final int MONTHS_OF_A_YEAR = 12;
    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

    /** How far back. */
    public enum Kind {
        /** The period of the same length, in whole buckets, that ends where the current one begins. */
        PREVIOUS_PERIOD,
        /** The same dates a year before; where the buckets are weeks, the same weeks: 52 of them before. */
        YEAR_AGO
    }

    /**
     * @param weekStart the first day of a reporting week
     * @throws UnusableFilterException when the earlier dates are ones that no report has
     */
    public static Comparison of(Kind kind, ReportFilter filter, DayOfWeek weekStart) {
        if (kind == Kind.PREVIOUS_PERIOD) {
            return back(kind, filter, bucketsOf(filter, weekStart));
        }
        return switch (filter.bucket()) {
            case DAY -> aYearBack(filter);
            case WEEK -> back(kind, filter, WEEKS_OF_A_YEAR);
            case MONTH -> back(kind, filter, MONTHS_OF_A_YEAR);
        };
    }

    /**
     * The bucket of the earlier report that stands behind a bucket of the current one; empty for 29 February where the
     * earlier year has none.
     */
    public Optional<LocalDate> counterpart(LocalDate bucket) {
        if (buckets > 0) {
            return Optional.of(back(bucket, current.bucket(), buckets));
        }
        LocalDate earlier = bucket.minusYears(1);
        return MonthDay.from(bucket).equals(MonthDay.from(earlier)) ? Optional.of(earlier) : Optional.empty();
    }

    private static Comparison back(Kind kind, ReportFilter filter, int buckets) {
        ReportFilter earlier = filter.within(
                back(filter.from(), filter.bucket(), buckets), back(filter.to(), filter.bucket(), buckets));
        return new Comparison(kind, filter, earlier, buckets);
    }

    private static LocalDate back(LocalDate date, Bucket bucket, int buckets) {
        return switch (bucket) {
            case DAY -> date.minusDays(buckets);
            case WEEK -> date.minusWeeks(buckets);
            case MONTH -> date.minusMonths(buckets);
        };
    }

    private static Comparison aYearBack(ReportFilter filter) {
        LocalDate from = filter.from().minusYears(1);
        boolean fromNowhere = MonthDay.from(filter.from()).equals(LEAP_DAY);
        LocalDate first = fromNowhere ? from.plusDays(1) : from;
        LocalDate afterLast = filter.to().minusDays(1).minusYears(1).plusDays(1);
        return new Comparison(
                Kind.YEAR_AGO, filter, filter.within(first, afterLast.isBefore(first) ? first : afterLast), 0);
    }

    private static int bucketsOf(ReportFilter filter, DayOfWeek weekStart) {
        int buckets = 0;
        LocalDate name = filter.bucket().startOf(filter.from(), weekStart);
        while (name.isBefore(filter.to())) {
            name = filter.bucket().next(name);
            buckets++;
        }
        return Math.max(1, buckets);
    }
}
