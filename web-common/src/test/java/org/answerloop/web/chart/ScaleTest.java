package org.answerloop.web.chart;

import java.util.List;

import org.answerloop.web.chart.Chart.Axis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ScaleTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 2, 3, 7, 9.5, 10, 99, 1_023, 1_190, 4_999, 5_000, 1_234_567})
    void counts_begin_at_nothing_and_their_axis_holds_them_in_few_round_steps(double most) {
        Scale scale = Scale.of(Axis.COUNT, new double[] {most / 2, most});

        assertThat(scale.from()).isZero();
        assertThat(scale.to()).isGreaterThanOrEqualTo(most).isPositive();
        assertThat(scale.ticks()).hasSizeBetween(2, 5).isSorted().allMatch(tick -> tick == Math.rint(tick));
        assertThat(scale.ticks().get(scale.ticks().size() - 1)).isEqualTo(scale.to());
    }

    @Test
    void durations_step_as_clocks_do() {
        assertThat(Scale.of(Axis.SECONDS, new double[] {400}).ticks())
                .isEqualTo(List.of(0.0, 120.0, 240.0, 360.0, 480.0));
        assertThat(Scale.of(Axis.SECONDS, new double[] {5 * 86_400.0}).to()).isEqualTo(6 * 86_400.0);
        assertThat(Scale.of(Axis.SECONDS, new double[] {400 * 86_400.0}).ticks())
                .hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void rates_are_drawn_on_the_tenths_that_they_move_in() {
        Scale scale = Scale.of(Axis.PERCENT, new double[] {0.52, 0.61});

        assertThat(scale.from()).isCloseTo(0.5, within(1e-9));
        assertThat(scale.to()).isCloseTo(0.7, within(1e-9));
        assertThat(scale.share(0.6)).isCloseTo(0.5, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.5, 0.99, 1})
    void no_rate_lies_outside_its_axis_and_the_axis_within_all_and_nothing(double share) {
        Scale scale = Scale.of(Axis.PERCENT, new double[] {share});

        assertThat(scale.share(share)).isBetween(0.0, 1.0);
        assertThat(scale.from()).isGreaterThanOrEqualTo(-1e-9);
        assertThat(scale.to()).isLessThanOrEqualTo(1 + 1e-9).isGreaterThan(scale.from());
    }

    @Test
    void nothing_to_draw_still_has_an_axis() {
        assertThat(Scale.of(Axis.PERCENT, new double[0]).ticks()).hasSize(6);
        assertThat(Scale.of(Axis.COUNT, new double[0]).ticks()).hasSizeGreaterThan(1);
    }
}
