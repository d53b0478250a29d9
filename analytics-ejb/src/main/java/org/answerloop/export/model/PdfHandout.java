package org.answerloop.export.model;

import java.io.OutputStream;
import java.util.List;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;

/** Reports as pages to print or to read: each with its picture, its table and what it means. */
final class PdfHandout {

    private static final float MARGIN = 36;
    private static final float SMALL = 8;
    private static final float BODY = 9;
    private static final float TINY = 6.5f;
    private static final int MOST_COLUMNS = 8;
    private static final float NUMBER = 1;
    private static final float WORDS = 1.4f;

    /** Room for a title, what is said about it, its picture and the first rows of its table. */
    private static final float BEGINNING = 400;

    private final Handout handout;
    private final ExportTexts texts;
    private final PdfType type = new PdfType();

    private PdfHandout(Handout handout, ExportTexts texts) {
        this.handout = handout;
        this.texts = texts;
    }

    static void write(Handout handout, ExportTexts texts, OutputStream out) {
        new PdfHandout(handout, texts).write(out);
    }

    private void write(OutputStream out) {
        try (Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN + PdfFoot.HEIGHT)) {
            PdfWriter writer = PdfWriter.getInstance(document, out);
            writer.setPageEvent(new PdfFoot(type, texts, handout.title()));
            // A picture that does not fit goes to the next page, and what follows it goes with it.
            writer.setStrictImageSequence(true);
            writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
            document.addTitle(handout.title());
            document.addCreator("Answerloop");
            document.open();
            writer.getExtraCatalog()
                    .put(PdfName.LANG, new PdfString(texts.language().getCode()));
            document.add(new Paragraph(type.bold(handout.title(), 18)));
            document.add(notes(handout.about()));
            boolean alone = handout.sheets().size() == 1;
            for (Sheet sheet : handout.sheets()) {
                if (!alone) {
                    if (writer.getVerticalPosition(true) - document.bottom() < BEGINNING) {
                        document.newPage();
                    }
                    document.add(spaced(type.bold(sheet.title(), 13)));
                }
                document.add(notes(sheet.notes()));
                sheet.picture().filter(PdfHandout::isDrawn).ifPresent(picture -> {
                    document.add(PdfPicture.of(picture, type, texts, writer.getDirectContent()));
                    document.add(legend(picture));
                });
                document.add(table(sheet));
            }
        }
    }

    private static boolean isDrawn(Picture picture) {
        return !picture.labels().isEmpty() && !picture.series().isEmpty();
    }

    private static Paragraph spaced(Phrase title) {
        Paragraph paragraph = new Paragraph(title);
        paragraph.setSpacingBefore(22);
        return paragraph;
    }

    private PdfPTable notes(List<Note> notes) {
        PdfPTable table = new PdfPTable(new float[] {1, 4});
        table.setWidthPercentage(100);
        table.setSpacingBefore(6);
        table.setSpacingAfter(8);
        for (Note note : notes) {
            table.addCell(bare(type.muted(note.label(), SMALL)));
            table.addCell(bare(type.plain(texts.of(note.value()), BODY)));
        }
        return table;
    }

    private static PdfPCell bare(Phrase phrase) {
        PdfPCell cell = new PdfPCell(phrase);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(1.5f);
        return cell;
    }

    private Paragraph legend(Picture picture) {
        Paragraph legend = new Paragraph();
        if (picture.series().size() > 1) {
            for (Picture.Series series : picture.series()) {
                Chunk swatch = new Chunk("   ");
                swatch.setBackground(
                        series.shape() == Picture.Shape.BEFORE ? PdfType.LINE : PdfType.colour(series.colour()));
                legend.add(swatch);
                legend.add(type.muted(" " + series.name() + "    ", SMALL));
            }
        }
        if (picture.provisional()) {
            legend.add(type.muted(texts.of("pdf.provisional"), SMALL));
        }
        legend.setSpacingAfter(6);
        return legend;
    }

    private PdfPTable table(Sheet sheet) {
        PdfPTable table = new PdfPTable(widths(sheet.columns()));
        float size = sheet.columns().size() > MOST_COLUMNS ? TINY : SMALL;
        table.setWidthPercentage(100);
        table.setHeaderRows(1);
        for (Column column : sheet.columns()) {
            PdfPCell cell = cell(type.muted(column.heading(), size), column);
            cell.setBackgroundColor(PdfType.HEAD);
            table.addCell(cell);
        }
        for (Row row : sheet.rows()) {
            for (int i = 0; i < row.cells().size(); i++) {
                String text = texts.of(row.cells().get(i));
                Phrase phrase = row.provisional() ? type.italic(text, size) : type.plain(text, size);
                table.addCell(cell(phrase, sheet.columns().get(i)));
            }
        }
        return table;
    }

    private static float[] widths(List<Column> columns) {
        float[] widths = new float[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i).kind().isNumber() ? NUMBER : WORDS;
        }
        return widths;
    }

    private static PdfPCell cell(Phrase phrase, Column column) {
        PdfPCell cell = new PdfPCell(phrase);
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(PdfType.LINE);
        cell.setPadding(3);
        cell.setHorizontalAlignment(column.kind().isNumber() ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
        return cell;
    }
}
