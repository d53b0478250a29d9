package org.answerloop.subscription.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScheduleTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource({
        "DAILY,   2026-11-23T07:59:59, 2026-11-23T08:00",
        "DAILY,   2026-11-23T08:00:00, 2026-11-24T08:00",
        "WEEKLY,  2026-11-23T07:59:59, 2026-11-23T08:00",
        "WEEKLY,  2026-11-23T08:00:00, 2026-11-30T08:00",
        "WEEKLY,  2026-12-29T08:00:00, 2027-01-04T08:00",
        "MONTHLY, 2026-11-23T08:00:00, 2026-12-05T08:00",
        "MONTHLY, 2026-12-05T08:00:00, 2027-01-05T08:00",
        "MONTHLY, 2026-12-01T08:00:00, 2026-12-05T08:00"
    })
    void the_next_time_is_the_first_after_the_moment(Rhythm rhythm, LocalDateTime moment, LocalDateTime next) {
        Schedule schedule = new Schedule(rhythm, DayOfWeek.MONDAY, 5, 8);
        assertThat(schedule.next(at(moment), PARIS)).isEqualTo(at(next));
    }

    @Test
    void it_keeps_to_the_clock_when_the_clocks_change() {
        Schedule schedule = new Schedule(Rhythm.DAILY, DayOfWeek.MONDAY, 1, 8);
        assertThat(schedule.next(Instant.parse("2026-10-24T06:00:00Z"), PARIS))
                .isEqualTo(Instant.parse("2026-10-25T07:00:00Z"));
    }

    @Test
    void an_hour_that_a_day_leaves_out_is_an_hour_later() {
        Schedule schedule = new Schedule(Rhythm.DAILY, DayOfWeek.MONDAY, 1, 2);
        assertThat(schedule.next(at(LocalDateTime.parse("2027-03-27T12:00")), PARIS))
                .isEqualTo(at(LocalDateTime.parse("2027-03-28T03:00")));
    }

    @Test
    void an_hour_that_a_day_has_twice_comes_once() {
        Schedule schedule = new Schedule(Rhythm.DAILY, DayOfWeek.MONDAY, 1, 2);
        Instant first = schedule.next(at(LocalDateTime.parse("2026-10-24T12:00")), PARIS);
        assertThat(first).isEqualTo(Instant.parse("2026-10-25T00:00:00Z"));
        assertThat(schedule.next(first, PARIS)).isEqualTo(Instant.parse("2026-10-26T01:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"0, 8", "29, 8", "1, 24", "1, -1"})
    void there_is_no_such_time(int day, int hour) {
        assertThatThrownBy(() -> new Schedule(Rhythm.MONTHLY, DayOfWeek.MONDAY, day, hour))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(PARIS).toInstant();
    }
}
