package org.answerloop.web.chart;

/**
 * A place along the first axis.
 *
 * @param label what stands under it, or before it; it may leave out what the label before it says
 * @param alone the same where the labels beside it are not drawn
 * @param title the same in full, for the tooltip
 * @param query what is added to the address of the chart to lead to all that stands here; null where it leads nowhere
 */
public record Position(String label, String alone, String title, String query) {

    /** Is called the same everywhere. */
    public static Position of(String name, String query) {
        return new Position(name, name, name, query);
    }
}
