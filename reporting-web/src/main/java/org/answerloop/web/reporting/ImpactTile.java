package org.answerloop.web.reporting;

import org.answerloop.report.model.ImpactFigure;
import org.answerloop.report.model.Tile;
import org.answerloop.report.model.Unit;
import org.answerloop.web.reporting.CardDesign.Wish;

/**
 * One figure of the week, beside the same point of the week before.
 *
 * @param key names it in the API and in the bundles
 * @param figure the number
 * @param change how it differs
 * @param note what the number is made of
 * @param address exactly the conversations behind it
 */
public record ImpactTile(String key, String figure, Change change, String note, String address) {

    static ImpactTile of(Tile tile, String address, Texts texts) {
        return new ImpactTile(
                tile.key(),
                FigureText.of(tile.unit(), tile.current().value(), texts.formats()),
                Change.between(tile.previous().value(), tile.current().value(), tile.unit(), wish(tile), texts),
                note(tile, texts),
                address);
    }

    /** How many come is nothing to wish for. */
    private static Wish wish(Tile tile) {
        if (tile.unit() == Unit.SECONDS) {
            return Wish.LESS;
        }
        return tile.key().equals(ImpactFigure.HANDLED.key()) ? Wish.NONE : Wish.MORE;
    }

    private static String note(Tile tile, Texts texts) {
        Long denominator = tile.current().denominator();
        return denominator == null ? "" : texts.of("tile." + tile.key() + ".note", denominator);
    }
}
