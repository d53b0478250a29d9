package org.answerloop.web.chart;

import java.util.List;

/**
 * Marks that belong together.
 *
 * @param name what the legend and the tooltip say
 * @param shape bars or a line
 * @param colour the design token that it is drawn in, such as {@code c1}
 * @param marks one for every label
 */
public record Series(String name, Shape shape, String colour, List<Mark> marks) {

    /** Bars or a line. */
    public enum Shape {
        BAR,
        LINE
    }

    /** Keeps a copy that nobody changes. */
    public Series {
        marks = List.copyOf(marks);
    }
}
