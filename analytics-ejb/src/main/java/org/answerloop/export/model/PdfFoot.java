package org.answerloop.export.model;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.pdf.ColumnText;
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
        float y = document.bottom() - HEIGHT;
        ColumnText.showTextAligned(
                writer.getDirectContent(),
                Element.ALIGN_LEFT,
                type.muted("Answerloop · " + title, SIZE),
                document.left(),
                y,
                0);
        ColumnText.showTextAligned(
                writer.getDirectContent(),
                Element.ALIGN_RIGHT,
                type.muted(texts.of("pdf.page", writer.getPageNumber()), SIZE),
                document.right(),
                y,
                0);
    }
}
