package org.answerloop.export.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

import org.answerloop.report.model.Bucket;
import org.answerloop.report.model.Preset;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.UnusableFilterException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PageFilterTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void without_dates_it_is_the_last_twelve_weeks_by_week() {
        assertThat(filter("").filter())
                .isEqualTo(new ReportFilter(
                        LocalDate.of(2026, 9, 7), LocalDate.of(2026, 11, 24), Bucket.WEEK, null, null, null));
    }

    @Test
    void everything_of_an_address_is_heeded() {
        String address = "from=2026-10-01&until=2026-10-31&bucket=day&channel=e%3Dmail+%26&agent=a-1&language=pt-BR";
        assertThat(filter(address).filter())
                .isEqualTo(new ReportFilter(
                        LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 1), Bucket.DAY, "e=mail &", "a-1", "pt-BR"));
    }

    @ParameterizedTest
    @EnumSource
    void a_period_moves_with_time(Preset preset) {
        PageState state = new PageState(Map.of("period", preset.code()));
        LocalDate later = TODAY.plusWeeks(9);
        assertThat(new PageFilter(state, later, DayOfWeek.MONDAY).filter().to())
                .isAfter(new PageFilter(state, TODAY, DayOfWeek.MONDAY).filter().to());
    }

    @ParameterizedTest
    @EnumSource
    void dates_that_are_a_period_today_begin_to_move(Preset preset) {
        var period = preset.on(TODAY, DayOfWeek.MONDAY);
        PageFilter fixed = filter("from=" + period.from() + "&until=" + period.until() + "&channel=chat");
        assertThat(new PageFilter(fixed.moving(), TODAY, DayOfWeek.MONDAY).filter())
                .isEqualTo(fixed.filter());
        assertThat(fixed.moving().of("from")).isEmpty();
        assertThat(fixed.moving().of("channel")).contains("chat");
    }

    @Test
    void free_dates_stay_as_they_are() {
        PageFilter free = filter("from=2026-10-03&until=2026-10-09");
        assertThat(free.preset()).isEmpty();
        assertThat(free.moving().text()).isEqualTo("from=2026-10-03&until=2026-10-09");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"from=yesterday", "from=2026-10-09&until=2026-10-03", "bucket=century", "until=99999-01-01"})
    void what_cannot_be_used_is_refused(String address) {
        assertThatThrownBy(filter(address)::filter).isInstanceOf(UnusableFilterException.class);
    }

    @Test
    void a_state_is_read_as_it_was_written() {
        PageState state = new PageState(Map.of("channel", "é=&+ ?", "agent", " ", "language", "fr"));
        assertThat(PageState.parse(state.text())).isEqualTo(state);
        assertThat(state.given()).doesNotContainKey("agent");
    }

    private static PageFilter filter(String address) {
        return new PageFilter(PageState.parse(address), TODAY, DayOfWeek.MONDAY);
    }
}
