package org.answerloop.web.chart;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SparklineTest {

    private final Sparkline sparkline = new Sparkline();

    @Test
    void the_most_reaches_the_top_and_the_running_week_is_told_apart() {
        String drawn = sparkline.draw(List.of(0L, 2L, 4L, 1L));

        assertThat(drawn)
                .contains("<svg class=\"spark\" width=\"41\" height=\"22\"", "aria-hidden=\"true\"")
                .contains("<rect class=\"spark-none\" data-value=\"0\" x=\"0\" y=\"21\" width=\"8\" height=\"1\"/>")
                .contains("<rect class=\"spark-bar\" data-value=\"2\" x=\"11\" y=\"11\" width=\"8\" height=\"11\"/>")
                .contains("<rect class=\"spark-bar\" data-value=\"4\" x=\"22\" y=\"0\" width=\"8\" height=\"22\"/>")
                .contains(
                        "<rect class=\"spark-running\" data-value=\"1\" x=\"33\" y=\"16.5\" width=\"8\" height=\"5.5\"/>");
    }

    @Test
    void one_among_thousands_is_still_seen() {
        assertThat(sparkline.draw(List.of(1L, 9_000L)))
                .contains("<rect class=\"spark-bar\" data-value=\"1\" x=\"0\" y=\"19\" width=\"8\" height=\"3\"/>");
    }

    @Test
    void weeks_without_anything_are_a_line() {
        assertThat(sparkline.draw(List.of(0L, 0L))).doesNotContain("spark-bar", "spark-running", "NaN");
        assertThat(sparkline.draw(List.of())).startsWith("<svg").endsWith("</svg>");
    }
}
