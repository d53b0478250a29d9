package org.answerloop.export.model;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;

/**
 * The type and the colours of a printed page. The typeface comes with the library and knows the Latin, Greek, Cyrillic and
 * Hebrew scripts; what it does not know is shown as an empty box, so that nobody takes it for not being there.
 */
final class PdfType {

    static final Color TEXT = new Color(0x14181f);
    static final Color MUTED = new Color(0x5b6472);
    static final Color LINE = new Color(0xe2e5ea);
    static final Color HEAD = new Color(0xeef0f3);

    private static final List<Color> COLOURS = List.of(
            new Color(0x1f6f5c),
            new Color(0x4a7bb5),
            new Color(0xb4632c),
            new Color(0x8a6fb0),
            new Color(0x6b8f2e),
            new Color(0xb0577f));

    private static final char UNKNOWN = '\u25A1';
    private static final String FACE = "font-fallback/LiberationSans-Regular.ttf";

    private final BaseFont face;

    PdfType() {
        try {
            face = BaseFont.createFont(FACE, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BaseFont face() {
        return face;
    }

    /** The colour of a series, those of the theme in turn. */
    static Color colour(int place) {
        return COLOURS.get(Math.floorMod(place, COLOURS.size()));
    }

    Phrase plain(String text, float size) {
        return new Phrase(drawable(text), new Font(face, size, Font.NORMAL, TEXT));
    }

    Phrase italic(String text, float size) {
        return new Phrase(drawable(text), new Font(face, size, Font.ITALIC, TEXT));
    }

    Phrase bold(String text, float size) {
        return new Phrase(drawable(text), new Font(face, size, Font.BOLD, TEXT));
    }

    Phrase muted(String text, float size) {
        return new Phrase(drawable(text), new Font(face, size, Font.NORMAL, MUTED));
    }

    /** The text in characters that the typeface has. */
    String drawable(String text) {
        StringBuilder drawable = new StringBuilder(text.length());
        text.replace('\u202f', '\u00a0').codePoints().forEach(point -> {
            if (point == '\n' || !Character.isISOControl(point) && face.charExists(point)) {
                drawable.appendCodePoint(point);
            } else if (!Character.isISOControl(point)) {
                drawable.append(UNKNOWN);
            }
        });
        return drawable.toString();
    }
}
