package org.answerloop.web.chart;

import java.io.StringReader;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;

import org.answerloop.web.chart.Chart.Axis;
import org.answerloop.web.chart.Chart.Layout;
import org.answerloop.web.chart.Series.Shape;
import org.answerloop.wording.Formats;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChartDrawingTest {

    private final ChartDrawing drawing =
            new ChartDrawing(new Formats(Locale.ENGLISH, ZoneId.of("Europe/Paris")), Locale.ENGLISH);

    @Test
    void a_name_ends_neither_the_attribute_nor_the_element_that_it_stands_in() throws Exception {
        String hostile = "\"/><script>alert(1)</script>&";
        Document drawn = drawn(new Chart(
                Layout.RANKING,
                hostile,
                List.of(Position.of(hostile, hostile)),
                Axis.COUNT,
                List.of(new Series(hostile, Shape.BAR, "c1", List.of(settled(3))))));

        assertThat(drawn.getElementsByTagName("script").getLength()).isZero();
        assertThat(drawn.getElementsByTagName("span").item(0).getTextContent()).isEqualTo(hostile);
        assertThat(element(drawn, "a", 0).getAttribute("data-query")).isEqualTo(hostile);
        assertThat(element(drawn, "div", 2).getAttribute("data-tip")).startsWith(hostile + "\n");
    }

    @Test
    void bars_stand_on_each_other_as_high_as_their_values() throws Exception {
        Document drawn = drawn(overTime(
                new Series("resolved", Shape.BAR, "c1", List.of(settled(30), settled(10))),
                new Series("handed off", Shape.BAR, "c3", List.of(settled(10), settled(30)))));

        Element low = bar(drawn, 0);
        Element high = bar(drawn, 1);
        assertThat(low.getAttribute("data-value")).isEqualTo("30");
        assertThat(number(low, "height")).isEqualTo(3 * number(high, "height"));
        assertThat(number(high, "y") + number(high, "height")).isEqualTo(number(low, "y"));
        assertThat(number(low, "y") + number(low, "height")).isEqualTo(Plane.FOOT);
    }

    @Test
    void what_may_still_change_is_striped_and_its_stripes_are_those_of_this_chart() throws Exception {
        Document drawn = drawn(overTime(new Series("handled", Shape.BAR, "c1", List.of(settled(3), pending(2)))));

        assertThat(bar(drawn, 0).hasAttribute("fill")).isFalse();
        assertThat(bar(drawn, 1).getAttribute("fill")).isEqualTo("url(#hatch-it-c1)");
        assertThat(element(drawn, "pattern", 0).getAttribute("id")).isEqualTo("hatch-it-c1");
    }

    @Test
    void a_line_has_a_gap_where_there_is_no_value_and_dashes_where_it_may_change() throws Exception {
        Mark nothing = new Mark(null, "–", null, false, null, null, null);
        Series series =
                new Series("rate", Shape.LINE, "c1", List.of(settled(1), settled(2), nothing, settled(2), pending(3)));
        Document drawn = drawn(chart(Layout.TIME, 5, series));

        List<String> lines = IntStream.range(
                        0, drawn.getElementsByTagName("line").getLength())
                .mapToObj(i -> element(drawn, "line", i).getAttribute("class"))
                .filter(kind -> kind.startsWith("line"))
                .toList();
        assertThat(lines).containsExactly("line on-c1", "line on-c1 provisional");
        assertThat(drawn.getElementsByTagName("circle").getLength()).isEqualTo(4);
    }

    @Test
    void the_tooltip_says_every_value_and_what_is_awaited() throws Exception {
        Document drawn = drawn(overTime(
                new Series("handled", Shape.BAR, "c1", List.of(settled(3), pending(2))),
                Series.behind("before", List.of(settled(5), settled(4)))));

        Element second = element(drawn, "g", 1);
        assertThat(second.getAttribute("data-tip")).isEqualTo("title 1\nhandled: 2\none pending\nbefore: 4");
    }

    @Test
    void a_long_ranking_draws_its_head() throws Exception {
        Series series = new Series(
                "handled",
                Shape.BAR,
                "c1",
                IntStream.range(0, 30).mapToObj(i -> settled(30 - i)).toList());

        assertThat(drawn(chart(Layout.RANKING, 30, series))
                        .getElementsByTagName("rect")
                        .getLength())
                .isEqualTo(RankingDrawing.MOST_BARS);
    }

    private static Chart overTime(Series... series) {
        return chart(Layout.TIME, series[0].marks().size(), series);
    }

    private static Chart chart(Layout layout, int count, Series... series) {
        List<Position> positions = IntStream.range(0, count)
                .mapToObj(i -> new Position("l" + i, "alone" + i, "title " + i, "at=" + i))
                .toList();
        return new Chart(layout, "conversations.xhtml?metric=handled", positions, Axis.COUNT, List.of(series));
    }

    private static Mark settled(double value) {
        return new Mark(value, String.valueOf((long) value), null, false, null, null, "at=1");
    }

    private static Mark pending(double value) {
        return new Mark(value, String.valueOf((long) value), "one pending", true, null, null, "at=1");
    }

    private Document drawn(Chart chart) throws Exception {
        String markup = "<div>" + drawing.draw("it", chart) + "</div>";
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(markup)));
    }

    private static Element bar(Document drawn, int i) {
        return (Element) IntStream.range(0, drawn.getElementsByTagName("rect").getLength())
                .mapToObj(drawn.getElementsByTagName("rect")::item)
                .filter(rect -> ((Element) rect).getAttribute("class").startsWith("bar"))
                .toList()
                .get(i);
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static Element element(Document drawn, String name, int i) {
        return (Element) drawn.getElementsByTagName(name).item(i);
    }
}
