package org.answerloop.report.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

import org.answerloop.report.model.Comparison.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ComparisonTest {

    @ParameterizedTest(name = "{0}, {1}: {2} to {3} beside {4} to {5}")
    @CsvSource({
        "PREVIOUS_PERIOD, DAY, 2026-11-01, 2026-11-08, 2026-10-25, 2026-11-01",
        "PREVIOUS_PERIOD, WEEK, 2026-09-07, 2026-11-25, 2026-06-15, 2026-09-02",
        "PREVIOUS_PERIOD, WEEK, 2026-11-18, 2026-11-20, 2026-11-11, 2026-11-13",
        "PREVIOUS_PERIOD, MONTH, 2026-09-01, 2026-11-24, 2026-06-01, 2026-08-24",
        "PREVIOUS_PERIOD, MONTH, 2026-03-01, 2026-04-01, 2026-02-01, 2026-03-01",
        "YEAR_AGO, DAY, 2026-11-01, 2026-11-08, 2025-11-01, 2025-11-08",
        "YEAR_AGO, DAY, 2028-02-01, 2028-02-29, 2027-02-01, 2027-03-01",
        "YEAR_AGO, DAY, 2028-02-01, 2028-03-01, 2027-02-01, 2027-03-01",
        "YEAR_AGO, DAY, 2028-02-29, 2028-03-01, 2027-03-01, 2027-03-01",
        "YEAR_AGO, WEEK, 2026-11-16, 2026-11-25, 2025-11-17, 2025-11-26",
        "YEAR_AGO, WEEK, 2027-01-04, 2027-01-11, 2026-01-05, 2026-01-12",
        "YEAR_AGO, MONTH, 2026-01-01, 2026-11-24, 2025-01-01, 2025-11-24"
    })
    void the_earlier_dates_are_whole_buckets_before(
            Kind kind, Bucket bucket, LocalDate from, LocalDate to, LocalDate earlierFrom, LocalDate earlierTo) {
        ReportFilter filter = new ReportFilter(from, to, bucket, "chat", "aria", "fr");

        Comparison comparison = Comparison.of(kind, filter, DayOfWeek.MONDAY);

        assertThat(comparison.current()).isEqualTo(filter);
        assertThat(comparison.compared())
                .isEqualTo(new ReportFilter(earlierFrom, earlierTo, bucket, "chat", "aria", "fr"));
    }

    @ParameterizedTest(name = "{0}, {1}: {2} beside {3}")
    @CsvSource({
        "PREVIOUS_PERIOD, DAY, 2026-11-20, 2026-11-06",
        "PREVIOUS_PERIOD, WEEK, 2026-11-09, 2026-10-26",
        "PREVIOUS_PERIOD, MONTH, 2026-11-01, 2026-10-01",
        "YEAR_AGO, DAY, 2026-11-20, 2025-11-20",
        "YEAR_AGO, DAY, 2028-02-28, 2027-02-28",
        "YEAR_AGO, DAY, 2028-02-29, ",
        "YEAR_AGO, WEEK, 2026-11-09, 2025-11-10",
        "YEAR_AGO, MONTH, 2026-11-01, 2025-11-01"
    })
    void a_bucket_stands_before_its_counterpart(Kind kind, Bucket bucket, LocalDate name, LocalDate counterpart) {
        ReportFilter filter =
                new ReportFilter(LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 23), bucket, null, null, null);

        assertThat(Comparison.of(kind, filter, DayOfWeek.MONDAY).counterpart(name))
                .isEqualTo(Optional.ofNullable(counterpart));
    }
}
