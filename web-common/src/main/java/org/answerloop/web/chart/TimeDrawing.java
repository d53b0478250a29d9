package org.answerloop.web.chart;

import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.answerloop.web.chart.Series.Shape;

/** Draws a chart over time: bars that stand on each other, lines, what may become of them, and what they are compared with. */
final class TimeDrawing {

    /** How much of its place a bar takes, and how much of the whole at most. */
    private static final double BAR = 0.66;

    private static final double WIDEST_BAR = 10;

    /** Beyond so many a line is drawn without its points. */
    private static final int MOST_POINTS = 45;

    private static final double POINT = 3;

    private final String id;
    private final Chart chart;
    private final Plane plane;
    private final Markup markup;
    private final Links links;

    TimeDrawing(String id, Chart chart, Markup markup) {
        this.id = id;
        this.chart = chart;
        this.markup = markup;
        this.links = new Links(chart, markup);
        this.plane = new Plane(chart.positions().size(), Scale.of(chart.axis(), values()));
    }

    void draw(DoubleFunction<String> tickText, IntFunction<String> tooltip) {
        TimeFrame frame = new TimeFrame(chart.positions(), plane, markup);
        frame.axis(chart.axis(), tickText);
        markup.open("svg", "class", "plot-area", "height", TimeFrame.HEIGHT, "data-address", chart.address());
        hatching();
        frame.grid();
        frame.labels();
        boolean lined = of(Shape.BAR).isEmpty();
        if (lined) {
            of(Shape.BEHIND).forEach(this::line);
        }
        of(Shape.LINE).forEach(this::bounds);
        of(Shape.LINE).forEach(this::line);
        positions().forEach(i -> position(i, tooltip.apply(i)));
        if (!lined) {
            // Bars would hide it.
            of(Shape.BEHIND).forEach(this::line);
        }
        markup.close("svg");
    }

    /** What may still change is filled with stripes; the name of a pattern counts in the whole page, so it has the chart's. */
    private void hatching() {
        if (!chart.provisional() || of(Shape.BAR).isEmpty()) {
            return;
        }
        markup.open("defs");
        for (Series series : of(Shape.BAR)) {
            markup.open(
                            "pattern",
                            "id",
                            hatch(series),
                            "class",
                            on(series),
                            "width",
                            6,
                            "height",
                            6,
                            "patternUnits",
                            "userSpaceOnUse")
                    .lone("rect", "class", "hatch-ground", "width", 6, "height", 6)
                    .lone("path", "class", "hatch-lines", "d", "M-1 1 1-1M0 6 6 0M5 7 7 5")
                    .close("pattern");
        }
        markup.close("defs");
    }

    /** All that stands in one place, and is one thing for the pointer. */
    private void position(int i, String tooltip) {
        markup.open("g", "class", "at", "data-tip", tooltip);
        links.around(
                chart.positions().get(i).query(),
                () -> markup.lone(
                        "rect",
                        "class",
                        "hit",
                        "x",
                        Markup.percent(i * plane.width()),
                        "width",
                        Markup.percent(plane.width()),
                        "height",
                        Plane.FOOT));
        double below = 0;
        for (Series series : of(Shape.BAR)) {
            Mark mark = series.marks().get(i);
            if (mark.value() != null && mark.value() > 0) {
                bar(series, mark, i, below);
                below += mark.value();
            }
        }
        of(Shape.LINE).forEach(series -> point(series, i));
        markup.close("g");
    }

    private void bar(Series series, Mark mark, int i, double below) {
        double width = Math.min(BAR * plane.width(), WIDEST_BAR);
        double top = plane.upright(below + mark.value());
        links.around(
                mark.query(),
                () -> markup.lone(
                        "rect",
                        "class",
                        "bar " + on(series, mark),
                        "fill",
                        mark.provisional() ? "url(#" + hatch(series) + ")" : null,
                        "data-value",
                        mark.value(),
                        "x",
                        Markup.percent(plane.across(i) - width / 2),
                        "y",
                        top,
                        "width",
                        Markup.percent(width),
                        "height",
                        plane.upright(below) - top));
    }

    private void point(Series series, int i) {
        Mark mark = series.marks().get(i);
        boolean alone = valueAt(series, i - 1) == null && valueAt(series, i + 1) == null;
        if (mark.value() != null && (plane.count() <= MOST_POINTS || alone)) {
            links.around(
                    mark.query(),
                    () -> markup.lone(
                            "circle",
                            "class",
                            "point " + on(series, mark),
                            "data-value",
                            mark.value(),
                            "cx",
                            Markup.percent(plane.across(i)),
                            "cy",
                            plane.upright(mark.value()),
                            "r",
                            POINT));
        }
    }

    /** From place to place; where one has no value there is a gap. */
    private void line(Series series) {
        for (int i = 1; i < plane.count(); i++) {
            Double before = valueAt(series, i - 1);
            Double here = valueAt(series, i);
            if (before != null && here != null) {
                stroke("line " + on(series, series.marks().get(i)), i - 1, before, i, here);
            }
        }
    }

    private void bounds(Series series) {
        positions()
                .filter(i -> series.marks().get(i).bounded())
                .forEach(i -> stroke(
                        "bounds " + on(series),
                        i,
                        series.marks().get(i).lower(),
                        i,
                        series.marks().get(i).upper()));
    }

    private void stroke(String kind, int fromPosition, double fromValue, int toPosition, double toValue) {
        markup.lone(
                "line",
                "class",
                kind,
                "x1",
                Markup.percent(plane.across(fromPosition)),
                "y1",
                plane.upright(fromValue),
                "x2",
                Markup.percent(plane.across(toPosition)),
                "y2",
                plane.upright(toValue));
    }

    private static String on(Series series, Mark mark) {
        return on(series) + (mark.provisional() ? " provisional" : "");
    }

    private static String on(Series series) {
        return "on-" + series.colour();
    }

    private String hatch(Series series) {
        return "hatch-" + id + "-" + series.colour();
    }

    private IntStream positions() {
        return IntStream.range(0, chart.positions().size());
    }

    private List<Series> of(Shape shape) {
        return chart.series().stream().filter(series -> series.shape() == shape).toList();
    }

    private static Double valueAt(Series series, int i) {
        return i < 0 || i >= series.marks().size()
                ? null
                : series.marks().get(i).value();
    }

    /** All that has to fit: the tops of the stacks, the points, and what they may become. */
    private double[] values() {
        DoubleStream stacks =
                of(Shape.BAR).isEmpty() ? DoubleStream.empty() : positions().mapToDouble(this::stack);
        DoubleStream points = chart.series().stream()
                .filter(series -> series.shape() != Shape.BAR)
                .flatMap(series -> series.marks().stream())
                .filter(mark -> mark.value() != null)
                .flatMapToDouble(mark -> mark.bounded()
                        ? DoubleStream.of(mark.value(), mark.lower(), mark.upper())
                        : DoubleStream.of(mark.value()));
        return DoubleStream.concat(stacks, points).toArray();
    }

    private double stack(int i) {
        return of(Shape.BAR).stream()
                .map(series -> valueAt(series, i))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
