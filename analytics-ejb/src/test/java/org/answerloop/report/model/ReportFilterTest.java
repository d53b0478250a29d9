package org.answerloop.report.model;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReportFilterTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-02, 2026-01-01, DAY,   REVERSED_DATES",
        "1969-12-31, 2026-01-01, MONTH, ABSURD_DATES",
        "2026-01-01, +10000-01-01, MONTH, ABSURD_DATES",
        "1990-01-01, 2026-01-01, DAY,   TOO_MANY_BUCKETS",
    })
    void a_range_that_no_report_can_be_made_of_is_refused(
            LocalDate from, LocalDate to, Bucket bucket, UnusableFilterException.Reason reason) {
        assertThatExceptionOfType(UnusableFilterException.class)
                .isThrownBy(() -> new ReportFilter(from, to, bucket, null, null, null))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    @Test
    void an_empty_choice_means_all() {
        LocalDate date = LocalDate.of(2026, 1, 1);

        assertThat(new ReportFilter(date, date, Bucket.DAY, "", " ", null))
                .isEqualTo(new ReportFilter(date, date, Bucket.DAY, null, null, null));
    }
}
