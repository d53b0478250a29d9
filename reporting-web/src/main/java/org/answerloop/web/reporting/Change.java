package org.answerloop.web.reporting;

import org.answerloop.report.model.Unit;
import org.answerloop.web.reporting.CardDesign.Wish;

/**
 * How a figure differs from an earlier one.
 *
 * @param text the difference with its arrow; a dash where there is nothing to compare with
 * @param meaning {@code better}, {@code worse} or {@code same}
 */
public record Change(String text, String meaning) {

    /** Below this a change is not shown as one: it would be written as zero. */
    private static final double SMALLEST_SHARE = 0.0005;

    private static final double SMALLEST_SECONDS = 0.5;

    /** Of counts relative to the earlier one, else the difference. */
    static Change between(Double before, Double now, Unit unit, Wish wish, Texts texts) {
        Double change = change(before, now, unit);
        if (change == null) {
            return new Change(texts.formats().percent(null), "same");
        }
        if (Math.abs(change) < (unit == Unit.SECONDS ? SMALLEST_SECONDS : SMALLEST_SHARE)) {
            return new Change(texts.of("tile.same"), "same");
        }
        String size = switch (unit) {
            case COUNT -> texts.formats().percent(Math.abs(change));
            case RATIO -> texts.formats().points(change);
            case SECONDS -> texts.formats().duration(Math.abs(change));
        };
        return new Change(texts.of(change > 0 ? "tile.up" : "tile.down", size), meaning(change, wish));
    }

    private static Double change(Double before, Double now, Unit unit) {
        if (before == null || now == null || (unit == Unit.COUNT && before == 0)) {
            return null;
        }
        double difference = now - before;
        return unit == Unit.COUNT ? Double.valueOf(difference / before) : Double.valueOf(difference);
    }

    private static String meaning(double change, Wish wish) {
        if (wish == Wish.NONE) {
            return "same";
        }
        return change > 0 == (wish == Wish.MORE) ? "better" : "worse";
    }
}
