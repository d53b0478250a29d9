package org.answerloop.export.model;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfWriter;

/** The line at the foot of every page. */
final class PdfFoot extends PdfPageEventHelper {

    static final float HEIGHT = 14;

    private static final float SIZE = 8;

    private final PdfType type;
    private final ExportTexts texts;
    private final String title;

    PdfFoot(PdfType type, ExportTexts texts, String title) {
        this.type = type;
        this.texts = texts;
        this.title = title;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        PdfContentByte page = writer.getDirectContent();
        PdfMarker.artifact(page, () -> {
            write(page, Element.ALIGN_LEFT, "Answerloop · " + title, document.left(), document);
            write(page, Element.ALIGN_RIGHT, texts.of("pdf.page", writer.getPageNumber()), document.right(), document);
        });
    }

    private void write(PdfContentByte page, int alignment, String text, float x, Document document) {
        ColumnText.showTextAligned(page, alignment, type.muted(text, SIZE), x, document.bottom() - HEIGHT, 0);
    }
}
