package org.answerloop.export.model;

import com.lowagie.text.Element;
import com.lowagie.text.Image;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;

/**
 * Tables and their cells, and all else as a table of one cell: only of a cell does the library say when it has drawn it, which
 * {@link PdfMarker} needs.
 */
final class PdfCells {

    private static final float LEADING = 16;

    private final PdfMarker marker;
    private final float pageHeight;

    /** @param pageHeight of what may be written on */
    PdfCells(PdfMarker marker, float pageHeight) {
        this.marker = marker;
        this.pageHeight = pageHeight;
    }

    /** As wide as the page. */
    PdfPTable table(float... widths) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setTableEvent(marker);
        return table;
    }

    /** Lines of text. */
    PdfPTable paragraph(Phrase phrase, PdfMarkedCell marked) {
        PdfPCell cell = bare(phrase, 0, marked);
        cell.setLeading(LEADING, 0);
        PdfPTable table = table(1);
        table.addCell(cell);
        return table;
    }

    /** In its own size, and smaller only where it is higher than a page. */
    PdfPTable picture(Image image, PdfMarkedCell marked) {
        PdfPCell cell = new PdfPCell(image, true);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(0);
        cell.setPaddingTop(LEADING / 2);
        cell.setCellEvent(marked);
        float room = pageHeight - LEADING;
        PdfPTable table = table(1);
        // The image is as wide as its cell.
        table.setTotalWidth(image.getWidth() * Math.min(1, room / image.getHeight()));
        table.setLockedWidth(true);
        table.setHorizontalAlignment(Element.ALIGN_LEFT);
        table.addCell(cell);
        return table;
    }

    /** Without rules. */
    PdfPCell bare(Phrase phrase, float padding, PdfMarkedCell marked) {
        PdfPCell cell = new PdfPCell(phrase);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(padding);
        cell.setCellEvent(marked);
        return cell;
    }

    /** With a rule below it; numbers stand on the right. */
    PdfPCell ruled(Phrase phrase, Column column, PdfMarkedCell marked) {
        PdfPCell cell = new PdfPCell(phrase);
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(PdfType.LINE);
        cell.setPadding(3);
        cell.setHorizontalAlignment(column.kind().isNumber() ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
        cell.setCellEvent(marked);
        return cell;
    }
}
