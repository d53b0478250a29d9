package org.answerloop.web.chart;

import java.util.List;

/**
 * Marks that belong together.
 *
 * @param name what the legend and the tooltip say
 * @param shape how they are drawn
 * @param colour the design token that it is drawn in, such as {@code c1}; {@code behind} for what is compared with
 * @param marks one for every position
 */
public record Series(String name, Shape shape, String colour, List<Mark> marks) {

    /** The colour of what others are compared with. */
    public static final String BEHIND_COLOUR = "behind";

    /** Bars, which stand on those of the series before; a line; or a dotted line behind it all, to compare with. */
    public enum Shape {
        BAR,
        LINE,
        BEHIND
    }

    /** Keeps a copy that nobody changes. */
    public Series {
        marks = List.copyOf(marks);
    }

    /** Whether all of it may still change. */
    public boolean provisional() {
        return marks.stream().anyMatch(Mark::provisional)
                && marks.stream().noneMatch(mark -> !mark.provisional() && mark.value() != null && mark.value() > 0);
    }

    /** What the others are compared with. */
    public static Series behind(String name, List<Mark> marks) {
        return new Series(name, Shape.BEHIND, BEHIND_COLOUR, marks);
    }
}
