package org.answerloop.web.chart;

import java.util.List;

import org.answerloop.web.chart.Chart.Axis;
import org.answerloop.web.chart.Chart.Layout;
import org.answerloop.web.chart.Series.Shape;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChartTest {

    @Test
    void it_is_provisional_as_soon_as_one_of_its_marks_is() {
        assertThat(chart(new Mark(0.5, "50%", null, false, null, null, null)).provisional())
                .isFalse();
        assertThat(chart(new Mark(0.5, "50%", null, true, 0.4, 0.6, null)).provisional())
                .isTrue();
    }

    @Test
    void bounds_around_nothing_are_none() {
        assertThat(chart(new Mark(null, "–", null, true, 0.0, 1.0, null)).bounded())
                .isFalse();
        assertThat(chart(new Mark(0.5, "50%", null, true, 0.4, 0.6, null)).bounded())
                .isTrue();
    }

    @Test
    void a_legend_says_a_name_once() {
        Mark mark = new Mark(0.5, "50%", null, false, null, null, null);
        Series agent = new Series("resolved", Shape.BAR, "c1", List.of(mark));
        Series teammates = new Series("resolved", Shape.BAR, "c3", List.of(Mark.NOTHING));
        List<Position> positions = List.of(Position.of("Aria", null));

        assertThat(new Chart(Layout.RANKING, null, positions, Axis.COUNT, List.of(agent, teammates)).named())
                .containsExactly(agent);
    }

    private static Chart chart(Mark mark) {
        return new Chart(
                Layout.TIME,
                null,
                List.of(Position.of("31 Aug", null)),
                Axis.PERCENT,
                List.of(new Series("x", Shape.LINE, "c1", List.of(mark))));
    }
}
