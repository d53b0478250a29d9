package org.answerloop.export.model;

import java.awt.Color;

import com.lowagie.text.Image;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPatternPainter;
import com.lowagie.text.pdf.PdfTemplate;

/** Draws a picture in lines and areas, so that it is sharp on paper. What may still change is hatched or dashed. */
final class PdfPicture {

    private static final float WIDTH = 523;
    private static final float HEIGHT = 150;
    private static final float LEFT = 44;
    private static final float BOTTOM = 18;
    private static final float TOP = 6;
    private static final float RANKED_ROW = 18;
    private static final float RANKED_LEFT = 130;
    private static final float RANKED_RIGHT = 60;
    private static final float SMALL = 7.5f;
    private static final float BAR_SHARE = 0.62f;
    private static final float WIDEST_BAR = 34;
    private static final float HATCH = 4;
    private static final int MOST_LABELS = 14;
    private static final int LONGEST_NAME = 24;

    private final Picture picture;
    private final PdfType type;
    private final ExportTexts texts;
    private final PdfTemplate canvas;
    private final float height;
    private final Scale scale;

    private PdfPicture(Picture picture, PdfType type, ExportTexts texts, PdfContentByte page) {
        this.picture = picture;
        this.type = type;
        this.texts = texts;
        this.height = picture.layout() == Picture.Layout.TIME
                ? HEIGHT
                : RANKED_ROW * picture.labels().size() + TOP;
        this.canvas = page.createTemplate(WIDTH, height);
        this.scale = Scale.of(picture);
    }

    static Image of(Picture picture, PdfType type, ExportTexts texts, PdfContentByte page) {
        PdfPicture drawing = new PdfPicture(picture, type, texts, page);
        if (picture.layout() == Picture.Layout.TIME) {
            drawing.drawCourse();
        } else {
            drawing.drawRanking();
        }
        return Image.getInstance(drawing.canvas);
    }

    private void drawCourse() {
        for (double number : scale.numbers()) {
            canvas.setColorStroke(PdfType.LINE);
            canvas.setLineWidth(0.5f);
            line(LEFT, y(number), WIDTH, y(number));
            write(PdfContentByte.ALIGN_RIGHT, written(number), LEFT - 5, y(number) - 2.5f);
        }
        int every = (int) Math.ceil((double) picture.labels().size() / MOST_LABELS);
        for (int i = 0; i < picture.labels().size(); i += every) {
            write(PdfContentByte.ALIGN_CENTER, picture.labels().get(i), x(i), 5);
        }
        double[] reached = new double[picture.labels().size()];
        for (Picture.Series series : picture.series()) {
            if (series.shape() == Picture.Shape.BAR) {
                drawBars(series, reached);
            } else {
                drawBounds(series);
                drawLine(series);
            }
        }
    }

    private void drawBars(Picture.Series series, double[] reached) {
        float width = Math.min(WIDEST_BAR, step() * BAR_SHARE);
        for (int i = 0; i < series.marks().size(); i++) {
            Picture.Mark mark = series.marks().get(i);
            if (mark.value() != null && mark.value() > 0) {
                float from = y(reached[i]);
                reached[i] += mark.value();
                fill(series.colour(), mark.provisional());
                canvas.rectangle(x(i) - width / 2, from, width, y(reached[i]) - from);
                canvas.fill();
            }
        }
    }

    private void drawLine(Picture.Series series) {
        boolean before = series.shape() == Picture.Shape.BEFORE;
        Color colour = before ? PdfType.MUTED : PdfType.colour(series.colour());
        canvas.setColorStroke(colour);
        canvas.setLineWidth(before ? 0.8f : 1.5f);
        for (int i = 1; i < series.marks().size(); i++) {
            Picture.Mark last = series.marks().get(i - 1);
            Picture.Mark mark = series.marks().get(i);
            if (last.value() != null && mark.value() != null) {
                if (before) {
                    canvas.setLineDash(1, 2, 0);
                } else if (mark.provisional()) {
                    canvas.setLineDash(4, 2, 0);
                }
                line(x(i - 1), y(last.value()), x(i), y(mark.value()));
                canvas.setLineDash(0);
            }
        }
        for (int i = 0; i < series.marks().size() && !before; i++) {
            Picture.Mark mark = series.marks().get(i);
            if (mark.value() != null) {
                canvas.setColorFill(mark.provisional() ? Color.WHITE : colour);
                canvas.setLineWidth(1);
                canvas.circle(x(i), y(mark.value()), 2);
                canvas.fillStroke();
            }
        }
    }

    private void drawBounds(Picture.Series series) {
        for (int i = 0; i < series.marks().size(); i++) {
            Picture.Mark mark = series.marks().get(i);
            if (mark.value() != null && mark.lower() != null && mark.upper() != null) {
                canvas.setColorStroke(lighter(PdfType.colour(series.colour())));
                canvas.setLineWidth(5);
                line(x(i), y(mark.lower()), x(i), y(mark.upper()));
            }
        }
    }

    private void drawRanking() {
        double most = Math.max(scale.to(), 1e-9);
        Picture.Series series = picture.series().get(0);
        for (int i = 0; i < series.marks().size(); i++) {
            Picture.Mark mark = series.marks().get(i);
            float middle = height - TOP - RANKED_ROW * (i + 0.5f);
            double value = mark.value() == null ? 0 : mark.value();
            float width = (float) (value / most * (WIDTH - RANKED_LEFT - RANKED_RIGHT));
            fill(series.colour(), mark.provisional());
            canvas.rectangle(RANKED_LEFT, middle - 5, Math.max(width, 0.5f), 10);
            canvas.fill();
            write(PdfContentByte.ALIGN_RIGHT, shortened(picture.labels().get(i)), RANKED_LEFT - 6, middle - 2.5f);
            write(PdfContentByte.ALIGN_LEFT, written(mark.value()), RANKED_LEFT + width + 5, middle - 2.5f);
        }
    }

    private void fill(int place, boolean provisional) {
        Color colour = PdfType.colour(place);
        if (!provisional) {
            canvas.setColorFill(colour);
            return;
        }
        PdfPatternPainter hatch = canvas.getPdfWriter().getDirectContent().createPattern(HATCH, HATCH);
        hatch.setColorFill(lighter(colour));
        hatch.rectangle(0, 0, HATCH, HATCH);
        hatch.fill();
        hatch.setColorStroke(colour);
        hatch.setLineWidth(1);
        hatch.moveTo(-1, -1);
        hatch.lineTo(HATCH + 1, HATCH + 1);
        hatch.stroke();
        canvas.setPatternFill(hatch);
    }

    private void line(float fromX, float fromY, float toX, float toY) {
        canvas.moveTo(fromX, fromY);
        canvas.lineTo(toX, toY);
        canvas.stroke();
    }

    private void write(int alignment, String text, float atX, float atY) {
        ColumnText.showTextAligned(canvas, alignment, type.muted(text, SMALL), atX, atY, 0);
    }

    private String written(Double number) {
        return texts.of(Cell.of(picture.unit(), number));
    }

    private float step() {
        return (WIDTH - LEFT) / Math.max(1, picture.labels().size());
    }

    private float x(int position) {
        return LEFT + step() * (position + 0.5f);
    }

    private float y(double value) {
        return BOTTOM + (float) scale.at(value) * (HEIGHT - BOTTOM - TOP);
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    private static Color lighter(Color colour) {
        return new Color(
                (colour.getRed() + 2 * 255) / 3, (colour.getGreen() + 2 * 255) / 3, (colour.getBlue() + 2 * 255) / 3);
    }
}
