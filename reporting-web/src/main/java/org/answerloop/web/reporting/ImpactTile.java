package org.answerloop.web.reporting;

import org.answerloop.report.model.Figure;
import org.answerloop.report.model.Tile;
import org.answerloop.report.model.Unit;

/**
 * One figure of the week, beside the same point of the week before.
 *
 * @param label what it is
 * @param figure the number
 * @param change how it differs, with its arrow; a dash where there is nothing to compare with
 * @param meaning {@code better}, {@code worse} or {@code same}: a shorter time is better
 * @param note what the number is made of
 * @param address where the number leads; empty where nowhere
 */
public record ImpactTile(String label, String figure, String change, String meaning, String note, String address) {

    /** Below this a change is not shown as one: it would be written as zero. */
    private static final double SMALLEST_SHARE = 0.0005;

    private static final double SMALLEST_SECONDS = 0.5;

    static ImpactTile of(Tile tile, String address, Texts texts) {
        Double change = change(tile);
        return new ImpactTile(
                texts.of("tile." + tile.key()),
                FigureText.of(tile.unit(), tile.current().value(), texts.formats()),
                written(change, tile.unit(), texts),
                meaning(change, tile.unit()),
                note(tile, texts),
                address);
    }

    /** The change: of counts relative to the week before, else the difference; null where either is missing. */
    private static Double change(Tile tile) {
        Double current = tile.current().value();
        Double previous = tile.previous().value();
        if (current == null || previous == null || (tile.unit() == Unit.COUNT && previous == 0)) {
            return null;
        }
        double difference = current - previous;
        return tile.unit() == Unit.COUNT ? Double.valueOf(difference / previous) : Double.valueOf(difference);
    }

    private static String written(Double change, Unit unit, Texts texts) {
        if (change == null) {
            return texts.formats().percent(null);
        }
        if (isSame(change, unit)) {
            return texts.of("tile.same");
        }
        String size = switch (unit) {
            case COUNT -> texts.formats().percent(Math.abs(change));
            case RATIO -> texts.formats().points(change);
            case SECONDS -> texts.formats().duration(Math.abs(change));
        };
        return texts.of(change > 0 ? "tile.up" : "tile.down", size);
    }

    private static String meaning(Double change, Unit unit) {
        if (change == null || isSame(change, unit)) {
            return "same";
        }
        boolean lessIsBetter = unit == Unit.SECONDS;
        return change < 0 == lessIsBetter ? "better" : "worse";
    }

    private static boolean isSame(double change, Unit unit) {
        return Math.abs(change) < (unit == Unit.SECONDS ? SMALLEST_SECONDS : SMALLEST_SHARE);
    }

    private static String note(Tile tile, Texts texts) {
        Figure current = tile.current();
        return current.denominator() == null ? "" : texts.of("tile." + tile.key() + ".note", current.denominator());
    }
}
