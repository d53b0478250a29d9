package org.answerloop.web.chart;

/**
 * One bar or point.
 *
 * @param value its height; null where there is none, so that nothing is drawn
 * @param text the value as written for a person; null where not even its absence is said
 * @param note a further line of the tooltip; null where there is none
 * @param provisional whether it may still change: hatched, or dashed
 * @param lower the least that it may become; null where that is not known
 * @param upper the most that it may become; null where that is not known
 * @param query what is added to the address of the chart to lead to what is behind it; null where it leads nowhere
 */
public record Mark(
        Double value, String text, String note, boolean provisional, Double lower, Double upper, String query) {

    /** Where a series has nothing. */
    public static final Mark NOTHING = new Mark(null, null, null, false, null, null, null);

    /** Bounds around nothing would only say that a share lies between none and all. */
    public boolean bounded() {
        return value != null && lower != null && upper != null;
    }
}
