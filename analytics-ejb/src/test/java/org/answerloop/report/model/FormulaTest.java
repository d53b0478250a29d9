package org.answerloop.report.model;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FormulaTest {

    private static final Formula RESOLUTION_RATE = Metric.RESOLUTION_RATE.formula();

    @Test
    void a_rate_says_what_it_is_made_of_and_where_it_may_end() {
        Figure figure = RESOLUTION_RATE.of(counts(Map.of(
                Measure.RESOLVED, 6L,
                Measure.SETTLED, 8L,
                Measure.PENDING, 2L)));

        assertThat(figure).isEqualTo(new Figure(0.75, 6L, 8L, 2L, 0.6, 0.8));
        assertThat(figure.provisional()).isTrue();
    }

    @Test
    void the_bounds_meet_when_all_is_settled() {
        Figure figure = RESOLUTION_RATE.of(counts(Map.of(Measure.RESOLVED, 1L, Measure.SETTLED, 4L)));

        assertThat(figure).isEqualTo(new Figure(0.25, 1L, 4L, 0L, 0.25, 0.25));
        assertThat(figure.provisional()).isFalse();
    }

    @Test
    void a_rate_over_nothing_settled_has_no_value_but_bounds() {
        assertThat(RESOLUTION_RATE.of(counts(Map.of(Measure.PENDING, 3L))))
                .isEqualTo(new Figure(null, 0L, 0L, 3L, 0.0, 1.0));
    }

    @Test
    void a_rate_over_nothing_at_all_has_neither() {
        assertThat(RESOLUTION_RATE.of(Counts.NONE)).isEqualTo(new Figure(null, 0L, 0L, 0L, null, null));
    }

    @Test
    void a_count_of_nothing_is_zero() {
        assertThat(Metric.HANDLED.formula().of(Counts.NONE)).isEqualTo(new Figure(0.0, null, null, 0L, null, null));
    }

    @Test
    void a_mean_is_exact_to_the_millisecond_and_empty_over_nothing() {
        Formula mean = Metric.TIME_TO_RESOLUTION.formula();

        assertThat(mean.of(counts(Map.of(Measure.RESOLUTION_MILLIS, 4_500L, Measure.RESOLVED, 3L))))
                .isEqualTo(new Figure(1.5, null, 3L, 0L, null, null));
        assertThat(mean.of(Counts.NONE)).isEqualTo(new Figure(null, null, 0L, 0L, null, null));
    }

    @Test
    void a_share_of_the_handled_ones_ends_between_what_it_is_and_all_that_is_open() {
        Figure figure = Metric.HANDOFF_RATE
                .formula()
                .of(counts(Map.of(
                        Measure.HANDED_OFF, 3L,
                        Measure.HANDLED, 12L,
                        Measure.PENDING, 5L,
                        Measure.PENDING_WITHOUT_HANDOFF, 4L)));

        assertThat(figure).isEqualTo(new Figure(0.25, 3L, 12L, 5L, 0.25, 7 / 12.0));
    }

    @Test
    void the_rate_of_conversion_has_no_bounds_because_any_ticket_can_still_be_closed() {
        Figure figure = Metric.HANDOFF_OUTCOME
                .formula("conversion")
                .of(counts(Map.of(Measure.CONVERTED, 1L, Measure.HANDED_OFF, 2L)));

        assertThat(figure).isEqualTo(new Figure(0.5, 1L, 2L, 0L, null, null));
    }

    @Test
    void no_row_counts_twice_in_a_figure() {
        Set<Measure> overlapping = Set.of(Measure.RATED, Measure.HELPFUL);

        assertThatThrownBy(() -> new Formula.Count(overlapping, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void counts_add_up() {
        Counts sum = counts(Map.of(Measure.HANDLED, 2L, Measure.PENDING, 1L)).plus(counts(Map.of(Measure.HANDLED, 3L)));

        assertThat(sum.of(Measure.HANDLED)).isEqualTo(5);
        assertThat(sum.of(Measure.PENDING)).isEqualTo(1);
        assertThat(sum.of(Measure.RESOLVED)).isZero();
    }

    @Test
    void a_metric_is_found_by_its_name_in_the_api() {
        assertThat(Metric.named("resolution_rate")).contains(Metric.RESOLUTION_RATE);
        assertThat(Metric.named("RESOLUTION_RATE")).isEmpty();
    }

    private static Counts counts(Map<Measure, Long> values) {
        return new Counts(values);
    }
}
