package org.answerloop.export.model;

import java.io.OutputStream;
import java.util.List;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.PageSize;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;

/**
 * Reports as pages to print or to read: each with its picture, its table and what it means. They are tagged, so that a screen
 * reader finds its way through them.
 */
final class PdfHandout {

    private static final float MARGIN = 36;
    private static final float SMALL = 8;
    private static final float BODY = 9;
    private static final float TINY = 6.5f;
    private static final int MOST_COLUMNS = 8;
    private static final float NUMBER = 1;
    private static final float WORDS = 1.4f;
    private static final float NOTE_PADDING = 1.5f;
    private static final float PICTURE_SPACING = 6;

    /** Rows of a table that are in memory at a time. */
    private static final int AT_ONCE = 200;

    /** Room for a title, what is said about it, its picture and the first rows of its table. */
    private static final float BEGINNING = 400;

    private final ExportTexts texts;
    private final PdfType type;
    private final Document document;
    private final PdfWriter writer;
    private final PdfElement whole;
    private final PdfCells cells;

    private PdfHandout(ExportTexts texts, PdfType type, Document document, PdfWriter writer) {
        this.texts = texts;
        this.type = type;
        this.document = document;
        this.writer = writer;
        this.whole = PdfElement.document(writer);
        this.cells = new PdfCells(whole.marker(), document.top() - document.bottom());
    }

    static void write(Handout handout, ExportTexts texts, OutputStream out) {
        PdfType type = new PdfType();
        try (Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN + PdfFoot.HEIGHT)) {
            PdfWriter writer = PdfWriter.getInstance(document, out);
            writer.setPageEvent(new PdfFoot(type, texts, handout.title()));
            writer.setTagged();
            // The structure tree consists of many small objects that are almost alike.
            writer.setFullCompression();
            writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
            document.addTitle(handout.title());
            document.addCreator("Answerloop");
            document.open();
            writer.getExtraCatalog()
                    .put(PdfName.LANG, new PdfString(texts.language().getCode()));
            new PdfHandout(texts, type, document, writer).add(handout);
        }
    }

    private void add(Handout handout) {
        document.add(cells.paragraph(type.bold(handout.title(), 18), marked(whole, PdfName.H1, handout.title())));
        document.add(notes(handout.about()));
        for (Sheet sheet : handout.sheets()) {
            if (handout.sheets().size() > 1) {
                addTitle(sheet);
            }
            document.add(notes(sheet.notes()));
            sheet.picture().filter(PdfHandout::isDrawn).ifPresent(picture -> addPicture(picture, sheet));
            addTable(sheet);
        }
    }

    private void addTitle(Sheet sheet) {
        if (writer.getVerticalPosition(true) - document.bottom() < BEGINNING) {
            document.newPage();
        }
        PdfPTable title = cells.paragraph(type.bold(sheet.title(), 13), marked(whole, PdfName.H2, sheet.title()));
        title.setSpacingBefore(22);
        document.add(title);
    }

    private static boolean isDrawn(Picture picture) {
        return !picture.labels().isEmpty() && !picture.series().isEmpty();
    }

    private PdfMarkedCell marked(PdfElement parent, PdfName role, String text) {
        PdfMarkedCell marked = parent.cell(role);
        return type.knows(text) ? marked : marked.saying(text);
    }

    private PdfPTable notes(List<Note> notes) {
        PdfElement tagged = whole.child(PdfName.TABLE);
        PdfPTable table = cells.table(1, 4);
        table.setSpacingBefore(6);
        table.setSpacingAfter(8);
        for (Note note : notes) {
            PdfElement row = tagged.child(PdfElement.ROW);
            String value = texts.of(note.value());
            table.addCell(cells.bare(
                    type.muted(note.label(), SMALL),
                    NOTE_PADDING,
                    marked(row, PdfName.TH, note.label()).ofRow()));
            table.addCell(cells.bare(type.plain(value, BODY), NOTE_PADDING, marked(row, PdfName.TD, value)));
        }
        return table;
    }

    private void addPicture(Picture picture, Sheet sheet) {
        List<String> names = picture.series().stream().map(Picture.Series::name).toList();
        PdfPTable drawn = cells.picture(
                PdfPicture.of(picture, type, texts, writer.getDirectContent()),
                whole.cell(PdfName.FIGURE)
                        .showing(texts.of(
                                "pdf.picture", sheet.title(), texts.formats().list(names))));
        Phrase legend = legend(picture);
        if (legend.isEmpty()) {
            drawn.setSpacingAfter(PICTURE_SPACING);
            document.add(drawn);
            return;
        }
        PdfPTable explained = cells.paragraph(legend, whole.cell(PdfName.P));
        explained.setSpacingAfter(PICTURE_SPACING);
        document.add(drawn);
        document.add(explained);
    }

    private Phrase legend(Picture picture) {
        Phrase legend = new Phrase();
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
        return legend;
    }

    private void addTable(Sheet sheet) {
        PdfElement tagged = whole.child(PdfName.TABLE);
        PdfElement head = tagged.child(PdfName.THEAD).child(PdfElement.ROW);
        PdfElement body = tagged.child(PdfName.TBODY);
        PdfPTable table = cells.table(widths(sheet.columns()));
        float size = sheet.columns().size() > MOST_COLUMNS ? TINY : SMALL;
        table.setHeaderRows(1);
        for (Column column : sheet.columns()) {
            PdfPCell cell = cells.ruled(
                    type.muted(column.heading(), size),
                    column,
                    marked(head, PdfName.TH, column.heading()).ofColumn());
            cell.setBackgroundColor(PdfType.HEAD);
            table.addCell(cell);
        }
        table.setComplete(false);
        for (Row row : sheet.rows()) {
            PdfElement taggedRow = body.child(PdfElement.ROW);
            for (int i = 0; i < row.cells().size(); i++) {
                String text = texts.of(row.cells().get(i));
                Phrase phrase = row.provisional() ? type.italic(text, size) : type.plain(text, size);
                table.addCell(cells.ruled(phrase, sheet.columns().get(i), marked(taggedRow, PdfName.TD, text)));
            }
            if (table.size() > AT_ONCE) {
                // The library keeps the headings and drops the rows, which are drawn.
                document.add(table);
            }
        }
        table.setComplete(true);
        document.add(table);
    }

    private static float[] widths(List<Column> columns) {
        float[] widths = new float[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i).kind().isNumber() ? NUMBER : WORDS;
        }
        return widths;
    }
}
