package org.answerloop.report.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Which conversations a report is about.
 *
 * @param from the first local date, included
 * @param to the last local date, excluded
 * @param bucket the width of the points of the series
 * @param channel null for all
 * @param agent the id of the customer agent; null for all
 * @param language BCP 47, exactly as the source said it; null for all
 */
public record ReportFilter(LocalDate from, LocalDate to, Bucket bucket, String channel, String agent, String language) {

    /** Eleven years of days: more points than any chart or table can show. */
    public static final int MOST_BUCKETS = 4_018;

    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    /** @throws UnusableFilterException when the dates are the wrong way round, absurd, or too many */
    public ReportFilter {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(bucket, "bucket");
        if (to.isBefore(from)) {
            throw new UnusableFilterException(UnusableFilterException.Reason.REVERSED_DATES);
        }
        if (from.isBefore(EARLIEST) || to.isAfter(LATEST)) {
            throw new UnusableFilterException(UnusableFilterException.Reason.ABSURD_DATES);
        }
        if (unit(bucket).between(from, to) > MOST_BUCKETS) {
            throw new UnusableFilterException(UnusableFilterException.Reason.TOO_MANY_BUCKETS);
        }
        channel = blankToNull(channel);
        agent = blankToNull(agent);
        language = blankToNull(language);
    }

    /** The same filter over other dates. */
    public ReportFilter within(LocalDate first, LocalDate afterLast) {
        return new ReportFilter(first, afterLast, bucket, channel, agent, language);
    }

    private static ChronoUnit unit(Bucket bucket) {
        return switch (bucket) {
            case DAY -> ChronoUnit.DAYS;
            case WEEK -> ChronoUnit.WEEKS;
            case MONTH -> ChronoUnit.MONTHS;
        };
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
