package org.answerloop.web.chart;

import java.util.Collections;
import java.util.List;

import org.answerloop.web.chart.Chart.Axis;
import org.answerloop.web.chart.Chart.Layout;
import org.answerloop.web.chart.Series.Shape;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChartTest {

    @Test
    void a_name_cannot_end_the_script_that_it_stands_in() {
        String json = chart("</script><script>alert(1)</script>&\u2028\u2029").toJson();

        assertThat(json).doesNotContain("<", ">", "&", "\u2028", "\u2029");
        assertThat(json).contains("\\u003C/script\\u003E", "\\u0026", "\\u2028", "\\u2029");
    }

    @Test
    void quotes_and_backslashes_are_escaped_as_in_any_json() {
        assertThat(chart("a \"b\" \\ c").toJson()).contains("a \\\"b\\\" \\\\ c");
    }

    @Test
    void what_a_mark_does_not_have_is_left_out() {
        String json = chart("x").toJson();

        assertThat(json).contains("\"value\":0.5").doesNotContain("lower", "note");
    }

    @Test
    void it_is_provisional_as_soon_as_one_of_its_marks_is() {
        assertThat(chart("x").provisional()).isFalse();
        Mark pending = new Mark(0.5, "50%", null, true, 0.4, 0.6, null);
        assertThat(new Chart(
                                Layout.TIME,
                                List.of("a"),
                                List.of("a"),
                                Axis.PERCENT,
                                List.of(new Series("x", Shape.LINE, "c1", Collections.singletonList(pending))))
                        .provisional())
                .isTrue();
    }

    private static Chart chart(String name) {
        Mark mark = new Mark(0.5, "50%", null, false, null, null, "conversations.xhtml");
        return new Chart(
                Layout.TIME,
                List.of("31 Aug"),
                List.of("31 Aug 2026"),
                Axis.PERCENT,
                List.of(new Series(name, Shape.BAR, "c1", List.of(mark))));
    }
}
