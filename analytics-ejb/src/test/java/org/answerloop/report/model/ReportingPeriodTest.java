package org.answerloop.report.model;

import java.time.DayOfWeek;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReportingPeriodTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @Test
    void by_default_it_is_this_week_and_the_eleven_before() {
        assertThat(ReportingPeriod.byDefault(TODAY, DayOfWeek.MONDAY))
                .isEqualTo(new ReportingPeriod(LocalDate.of(2026, 9, 7), TODAY));
        assertThat(ReportingPeriod.byDefault(TODAY, DayOfWeek.SUNDAY).from()).isEqualTo(LocalDate.of(2026, 9, 6));
    }

    @Test
    void days_include_today() {
        assertThat(ReportingPeriod.days(7, TODAY)).isEqualTo(new ReportingPeriod(LocalDate.of(2026, 11, 19), TODAY));
    }

    @Test
    void months_begin_on_their_first_day() {
        assertThat(ReportingPeriod.months(12, TODAY).from()).isEqualTo(LocalDate.of(2025, 12, 1));
        assertThat(ReportingPeriod.monthBefore(TODAY))
                .isEqualTo(new ReportingPeriod(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)));
    }

    @Test
    void the_longer_it_is_the_wider_its_buckets() {
        assertThat(ReportingPeriod.days(35, TODAY).bestBucket()).isEqualTo(Bucket.DAY);
        assertThat(ReportingPeriod.days(36, TODAY).bestBucket()).isEqualTo(Bucket.WEEK);
        assertThat(ReportingPeriod.days(250, TODAY).bestBucket()).isEqualTo(Bucket.WEEK);
        assertThat(ReportingPeriod.days(251, TODAY).bestBucket()).isEqualTo(Bucket.MONTH);
    }
}
