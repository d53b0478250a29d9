package org.answerloop.export.model;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import com.lowagie.text.Chunk;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;

/**
 * The type and the colours of a printed page. The typeface comes with the library and knows the Latin, Greek, Cyrillic and
 * Hebrew scripts; a second one, read where it is needed, knows those of China, Japan and Korea. What neither knows is shown
 * as an empty box, so that nobody takes it for not being there.
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

    private static final String EASTERN_FACE = "DroidSansFallbackFull.ttf";

    private final BaseFont face;
    private BaseFont easternFace;

    PdfType() {
        try {
            face = BaseFont.createFont(FACE, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BaseFont easternFace() {
        if (easternFace == null) {
            try (InputStream font = ExportTexts.class.getResourceAsStream("/org/answerloop/export/" + EASTERN_FACE)) {
                easternFace = BaseFont.createFont(
                        EASTERN_FACE, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, font.readAllBytes(), null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return easternFace;
    }

    /** The colour of a series, those of the theme in turn. */
    static Color colour(int place) {
        return COLOURS.get(Math.floorMod(place, COLOURS.size()));
    }

    Phrase plain(String text, float size) {
        return phrase(text, size, Font.NORMAL, TEXT);
    }

    Phrase italic(String text, float size) {
        return phrase(text, size, Font.ITALIC, TEXT);
    }

    Phrase bold(String text, float size) {
        return phrase(text, size, Font.BOLD, TEXT);
    }

    Phrase muted(String text, float size) {
        return phrase(text, size, Font.NORMAL, MUTED);
    }

    private Phrase phrase(String text, float size, int style, Color colour) {
        Phrase phrase = new Phrase();
        StringBuilder run = new StringBuilder();
        BaseFont[] ofRun = {face};
        drawn(text).forEach(point -> {
            Optional<BaseFont> found = knowing(point);
            BaseFont knowing = found.orElse(face);
            if (knowing != ofRun[0]) {
                phrase.add(new Chunk(run.toString(), new Font(ofRun[0], size, style, colour)));
                run.setLength(0);
                ofRun[0] = knowing;
            }
            run.appendCodePoint(found.isPresent() ? point : UNKNOWN);
        });
        phrase.add(new Chunk(run.toString(), new Font(ofRun[0], size, style, colour)));
        return phrase;
    }

    /** Whether no character of it is shown as an empty box. */
    boolean knows(String text) {
        return drawn(text).allMatch(point -> knowing(point).isPresent());
    }

    /** The narrow space stands in hardly any typeface. */
    private static IntStream drawn(String text) {
        return text.replace('\u202f', '\u00a0').codePoints().filter(PdfType::isDrawn);
    }

    private static boolean isDrawn(int point) {
        return point == '\n' || !Character.isISOControl(point);
    }

    /** Empty where neither knows it. */
    private Optional<BaseFont> knowing(int point) {
        if (point == '\n' || face.charExists(point)) {
            return Optional.of(face);
        }
        return Optional.of(easternFace()).filter(eastern -> eastern.charExists(point));
    }
}
