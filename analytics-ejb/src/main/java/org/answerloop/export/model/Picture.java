package org.answerloop.export.model;

import java.util.List;

import org.answerloop.report.model.Unit;

/**
 * A chart without any size: what is drawn.
 *
 * @param layout how the marks lie
 * @param unit of the numbers along the axis
 * @param labels under, or before, each position
 * @param series what is drawn; bars of several series stand on each other
 */
public record Picture(Layout layout, Unit unit, List<String> labels, List<Series> series) {

    /** How the marks lie: over time from left to right, or one bar below the other. */
    public enum Layout {
        TIME,
        RANKING
    }

    /** Bars, a line, or the dotted line of what it is compared with. */
    public enum Shape {
        BAR,
        LINE,
        BEFORE
    }

    /** Keeps copies that nobody changes. */
    public Picture {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
    }

    /** Whether any mark may still change, which the legend then says. */
    public boolean provisional() {
        return series.stream().anyMatch(one -> one.marks().stream().anyMatch(Mark::provisional));
    }

    /**
     * Marks that belong together.
     *
     * @param colour the place in the row of the theme's colours, from 0
     * @param marks one for every label
     */
    public record Series(String name, Shape shape, int colour, List<Mark> marks) {

        /** Keeps a copy that nobody changes. */
        public Series {
            marks = List.copyOf(marks);
        }
    }

    /**
     * One bar or point.
     *
     * @param value null where there is none, so that nothing is drawn
     * @param lower the least that it may become; null where that is not known
     * @param upper the most that it may become; null where that is not known
     */
    public record Mark(Double value, boolean provisional, Double lower, Double upper) {}
}
