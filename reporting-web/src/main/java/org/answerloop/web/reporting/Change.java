package org.answerloop.web.reporting;

import java.util.function.Function;

import org.answerloop.report.model.Unit;
import org.answerloop.web.reporting.CardDesign.Wish;
import org.answerloop.wording.Formats;

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
        String text = written(change, unit, texts, size -> switch (unit) {
            case COUNT -> texts.formats().percent(size);
            case RATIO -> texts.formats().points(size);
            case SECONDS -> texts.formats().duration(size);
        });
        return new Change(text, change == null || isNone(change, unit) ? "same" : meaning(change, wish));
    }

    /** The same as a bare number, under a heading that names the unit: percent, points or seconds. */
    static String inAColumn(Double before, Double now, Unit unit, Texts texts) {
        return written(
                change(before, now, unit),
                unit,
                texts,
                size -> unit == Unit.SECONDS
                        ? texts.formats().difference(size, 0)
                        : texts.formats().difference(size * 100, 1));
    }

    private static String written(Double change, Unit unit, Texts texts, Function<Double, String> size) {
        if (change == null) {
            return Formats.NOTHING;
        }
        return isNone(change, unit)
                ? texts.of("tile.same")
                : texts.of(change > 0 ? "tile.up" : "tile.down", size.apply(Math.abs(change)));
    }

    private static boolean isNone(double change, Unit unit) {
        return Math.abs(change) < (unit == Unit.SECONDS ? SMALLEST_SECONDS : SMALLEST_SHARE);
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
