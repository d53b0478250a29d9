package org.answerloop.export.model;

import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPCellEvent;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfRectangle;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfStructureElement;

/**
 * Makes what a cell draws an element of the structure tree. A cell that goes on on the next page stays one element; a heading
 * that is repeated there is nothing to read again.
 */
final class PdfMarkedCell implements PdfPCellEvent {

    private static final int NOWHERE = -1;

    private final PdfElement parent;
    private final PdfName role;
    private PdfDictionary entries;
    private boolean heading;

    /** In its parent, which drops the element itself once it is complete. */
    private int place = NOWHERE;

    PdfMarkedCell(PdfElement parent, PdfName role) {
        this.parent = parent;
        this.role = role;
    }

    /** Which names its column, and stands at the top of every page. */
    PdfMarkedCell ofColumn() {
        heading = true;
        return with(PdfName.A, scope("Column"));
    }

    /** Which names its row. */
    PdfMarkedCell ofRow() {
        return with(PdfName.A, scope("Row"));
    }

    /** What it shows, in words. */
    PdfMarkedCell showing(String words) {
        return with(PdfName.ALT, new PdfString(words, PdfObject.TEXT_UNICODE));
    }

    /** What it says, where not all of it can be drawn. */
    PdfMarkedCell saying(String words) {
        return with(PdfName.ACTUALTEXT, new PdfString(words, PdfObject.TEXT_UNICODE));
    }

    private PdfMarkedCell with(PdfName key, PdfObject value) {
        if (entries == null) {
            entries = new PdfDictionary();
        }
        entries.put(key, value);
        return this;
    }

    private static PdfDictionary scope(String of) {
        PdfDictionary attributes = attributes(PdfName.TABLE);
        attributes.put(new PdfName("Scope"), new PdfName(of));
        return attributes;
    }

    private static PdfDictionary attributes(PdfName owner) {
        PdfDictionary attributes = new PdfDictionary();
        attributes.put(PdfName.O, owner);
        return attributes;
    }

    @Override
    public void cellLayout(PdfPCell cell, Rectangle area, PdfContentByte[] canvases) {
        PdfContentByte canvas = canvases[PdfPTable.TEXTCANVAS];
        PdfMarker marker = parent.marker();
        if (place == NOWHERE) {
            marker.mark(canvas, begin(area));
        } else if (heading) {
            marker.markAsArtifact(canvas);
        } else if (marker.isDrawn(canvas)) {
            marker.mark(canvas, parent.get(place));
        }
    }

    private PdfStructureElement begin(Rectangle area) {
        PdfStructureElement element = parent.add(role);
        place = parent.size() - 1;
        if (entries != null) {
            element.putAll(entries);
        }
        if (PdfName.FIGURE.equals(role)) {
            PdfDictionary layout = attributes(new PdfName("Layout"));
            layout.put(PdfName.BBOX, new PdfRectangle(area));
            element.put(PdfName.A, layout);
        }
        return element;
    }
}
