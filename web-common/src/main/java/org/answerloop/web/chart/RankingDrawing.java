package org.answerloop.web.chart;

import java.util.function.IntFunction;

/** Draws one bar below the other, the greatest first, each with its value behind it. */
final class RankingDrawing {

    /** What more there is, the table says. */
    static final int MOST_BARS = 8;

    /** How far the longest bar reaches, so that its value has room behind it. */
    private static final double LONGEST = 80;

    private static final double SHORTEST = 0.5;
    private static final double HEIGHT = 16;
    private static final double MIDDLE = HEIGHT / 2;
    private static final double HALF_A_LETTER = 4;

    private final Chart chart;
    private final Markup markup;
    private final Links links;

    RankingDrawing(Chart chart, Markup markup) {
        this.chart = chart;
        this.markup = markup;
        this.links = new Links(chart, markup);
    }

    void draw(IntFunction<String> tooltip) {
        markup.open("div", "class", "ranking", "data-address", chart.address());
        int count = Math.min(chart.positions().size(), MOST_BARS);
        double most = most();
        for (int i = 0; i < count; i++) {
            int row = i;
            markup.open("div", "class", "at", "data-tip", tooltip.apply(i));
            links.around(chart.positions().get(i).query(), () -> row(row, most));
            markup.close("div");
        }
        markup.close("div");
    }

    private void row(int i, double most) {
        markup.open("span", "class", "ranking-name")
                .text(chart.positions().get(i).label())
                .close("span");
        markup.open("svg", "class", "ranking-bar", "height", HEIGHT);
        for (Series series : chart.series()) {
            Mark mark = series.marks().get(i);
            if (mark.value() != null) {
                double length = Math.max(mark.value() * LONGEST / most, SHORTEST);
                if (series.shape() == Series.Shape.BEHIND) {
                    markup.lone(
                            "line",
                            "class",
                            "before on-behind",
                            "x1",
                            Markup.percent(length),
                            "y1",
                            "0",
                            "x2",
                            Markup.percent(length),
                            "y2",
                            HEIGHT);
                } else {
                    bar(series, mark, length);
                }
            }
        }
        markup.close("svg");
    }

    private void bar(Series series, Mark mark, double length) {
        markup.lone(
                "rect",
                "class",
                "bar on-" + series.colour(),
                "data-value",
                mark.value(),
                "width",
                Markup.percent(length),
                "height",
                HEIGHT,
                "rx",
                3);
        markup.open("text", "class", "tick-value", "x", Markup.percent(length), "dx", 8, "y", MIDDLE + HALF_A_LETTER)
                .text(mark.text())
                .close("text");
    }

    private double most() {
        return chart.series().stream()
                .flatMap(series -> series.marks().stream().limit(MOST_BARS))
                .filter(mark -> mark.value() != null)
                .mapToDouble(Mark::value)
                .max()
                .stream()
                .map(value -> Math.max(value, 1))
                .findFirst()
                .orElse(1);
    }
}
