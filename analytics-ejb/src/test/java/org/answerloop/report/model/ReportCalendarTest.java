package org.answerloop.report.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReportCalendarTest {

    @ParameterizedTest(name = "{1} in {0} lasts {3} minutes from {2}")
    @CsvSource({
        "Europe/Paris,        2026-03-28, 2026-03-27T23:00:00Z, 1440",
        "Europe/Paris,        2026-03-29, 2026-03-28T23:00:00Z, 1380",
        "Europe/Paris,        2026-10-25, 2026-10-24T22:00:00Z, 1500",
        "America/New_York,    2026-03-08, 2026-03-08T05:00:00Z, 1380",
        "America/New_York,    2026-11-01, 2026-11-01T04:00:00Z, 1500",
        "Australia/Lord_Howe, 2026-04-05, 2026-04-04T13:00:00Z, 1470",
        "Australia/Lord_Howe, 2026-10-04, 2026-10-03T13:30:00Z, 1410",
        "Asia/Kathmandu,      2026-06-01, 2026-05-31T18:15:00Z, 1440",
        "Asia/Kathmandu,      2027-01-01, 2026-12-31T18:15:00Z, 1440",
        // The clocks go forward at midnight: the day begins at one o'clock.
        "America/Santiago,    2026-09-06, 2026-09-06T04:00:00Z, 1380",
    })
    void a_day_lasts_as_long_as_the_zone_has_it(String zone, LocalDate date, Instant begins, long minutes) {
        List<Span> days = calendar(zone, DayOfWeek.MONDAY).buckets(filter(date, date.plusDays(1), Bucket.DAY));

        assertThat(days).containsExactly(new Span(date, begins, begins.plus(Duration.ofMinutes(minutes))));
    }

    @ParameterizedTest(name = "{1} is in the week of {2} where weeks begin on {0}")
    @CsvSource({
        "MONDAY,   2026-11-22, 2026-11-16",
        "MONDAY,   2026-11-23, 2026-11-23",
        "MONDAY,   2027-01-03, 2026-12-28",
        "MONDAY,   2024-02-29, 2024-02-26",
        "SUNDAY,   2026-11-22, 2026-11-22",
        "SUNDAY,   2026-11-21, 2026-11-15",
        "SUNDAY,   2027-01-01, 2026-12-27",
        "SATURDAY, 2026-11-20, 2026-11-14",
    })
    void a_week_is_named_by_its_first_date(DayOfWeek weekStart, LocalDate date, LocalDate week) {
        assertThat(Bucket.WEEK.startOf(date, weekStart)).isEqualTo(week);
    }

    @Test
    void a_week_with_a_change_of_the_clocks_has_an_hour_more_or_less() {
        List<Span> weeks = calendar("Europe/Paris", DayOfWeek.MONDAY)
                .buckets(filter(LocalDate.of(2026, 10, 12), LocalDate.of(2026, 11, 2), Bucket.WEEK));

        assertThat(weeks)
                .extracting(week -> Duration.between(week.from(), week.to()).toHours())
                .containsExactly(168L, 169L, 168L);
    }

    @Test
    void the_first_and_the_last_bucket_are_cut_to_the_range_and_keep_their_names() {
        List<Span> weeks = calendar("UTC", DayOfWeek.SUNDAY)
                .buckets(filter(LocalDate.of(2026, 12, 30), LocalDate.of(2027, 1, 5), Bucket.WEEK));

        assertThat(weeks)
                .containsExactly(
                        span("2026-12-27", "2026-12-30T00:00:00Z", "2027-01-03T00:00:00Z"),
                        span("2027-01-03", "2027-01-03T00:00:00Z", "2027-01-05T00:00:00Z"));
    }

    @Test
    void months_follow_each_other_over_the_end_of_a_year() {
        List<Span> months = calendar("Asia/Kathmandu", DayOfWeek.MONDAY)
                .buckets(filter(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 3, 1), Bucket.MONTH));

        assertThat(months)
                .containsExactly(
                        span("2026-12-01", "2026-11-30T18:15:00Z", "2026-12-31T18:15:00Z"),
                        span("2027-01-01", "2026-12-31T18:15:00Z", "2027-01-31T18:15:00Z"),
                        span("2027-02-01", "2027-01-31T18:15:00Z", "2027-02-28T18:15:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Santiago"})
    void buckets_cover_the_range_without_a_gap_or_an_overlap(String zone) {
        for (DayOfWeek weekStart : List.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY)) {
            for (Bucket bucket : Bucket.values()) {
                ReportCalendar calendar = calendar(zone, weekStart);
                ReportFilter filter = filter(LocalDate.of(2025, 12, 17), LocalDate.of(2027, 1, 9), bucket);
                List<Span> buckets = calendar.buckets(filter);

                assertThat(buckets.get(0).from())
                        .isEqualTo(calendar.range(filter).from());
                assertThat(buckets.get(buckets.size() - 1).to())
                        .isEqualTo(calendar.range(filter).to());
                for (int i = 1; i < buckets.size(); i++) {
                    assertThat(buckets.get(i).from())
                            .isEqualTo(buckets.get(i - 1).to());
                }
                assertThat(buckets)
                        .allSatisfy(span ->
                                assertThat(calendar.bucket(filter, span.name())).isEqualTo(span));
            }
        }
    }

    @Test
    void an_empty_range_has_no_buckets_and_a_date_outside_it_no_time() {
        LocalDate date = LocalDate.of(2026, 5, 4);
        ReportCalendar calendar = calendar("UTC", DayOfWeek.MONDAY);

        assertThat(calendar.buckets(filter(date, date, Bucket.DAY))).isEmpty();
        Span outside = calendar.bucket(filter(date, date.plusDays(7), Bucket.WEEK), date.plusDays(30));
        assertThat(outside.from()).isEqualTo(outside.to());
    }

    @ParameterizedTest(name = "at {2} in {0}, weeks from {1}")
    @CsvSource({
        "UTC, MONDAY, 2026-11-25T10:15:00Z, 2026-11-23T00:00:00Z, 2026-11-16T00:00:00Z, 2026-11-18T10:15:00Z",
        "UTC, SUNDAY, 2026-11-25T10:15:00Z, 2026-11-22T00:00:00Z, 2026-11-15T00:00:00Z, 2026-11-18T10:15:00Z",
        // On the first moment of the week, both spans are empty.
        "UTC, MONDAY, 2026-11-23T00:00:00Z, 2026-11-23T00:00:00Z, 2026-11-16T00:00:00Z, 2026-11-16T00:00:00Z",
        // Paris left summer time on 25 October: the week before began on an hour of its own.
        "Europe/Paris, MONDAY, 2026-10-27T09:00:00Z, 2026-10-25T23:00:00Z, 2026-10-18T22:00:00Z, 2026-10-20T08:00:00Z",
    })
    void the_week_before_is_seen_up_to_the_same_time_of_the_same_day(
            String zone, DayOfWeek weekStart, Instant now, Instant from, Instant previousFrom, Instant previousTo) {
        ReportCalendar calendar = calendar(zone, weekStart);

        assertThat(calendar.weekSoFar(now)).extracting(Span::from, Span::to).containsExactly(from, now);
        assertThat(calendar.weekBeforeSoFar(now))
                .extracting(Span::from, Span::to)
                .containsExactly(previousFrom, previousTo);
    }

    private static ReportCalendar calendar(String zone, DayOfWeek weekStart) {
        return new ReportCalendar(ZoneId.of(zone), weekStart);
    }

    private static ReportFilter filter(LocalDate from, LocalDate to, Bucket bucket) {
        return new ReportFilter(from, to, bucket, null, null, null);
    }

    private static Span span(String name, String from, String to) {
        return new Span(LocalDate.parse(name), Instant.parse(from), Instant.parse(to));
    }
}
