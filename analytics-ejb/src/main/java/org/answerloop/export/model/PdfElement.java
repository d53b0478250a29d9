package org.answerloop.export.model;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfStructureElement;
import com.lowagie.text.pdf.PdfWriter;

/**
 * An element of the structure tree that holds other elements: by the tree a screen reader knows what is a heading and what a
 * table. It comes into the tree when the first of its content is drawn. What stands before it is then complete and is written to
 * the file, so that memory does not hold the tree of a long table.
 */
final class PdfElement {

    static final PdfName ROW = new PdfName("TR");

    private final PdfWriter writer;
    private final PdfMarker marker;
    private final PdfElement parent;
    private final PdfName role;
    private PdfStructureElement made;
    private PdfElement newest;

    private PdfElement(PdfWriter writer, PdfMarker marker, PdfElement parent, PdfName role) {
        this.writer = writer;
        this.marker = marker;
        this.parent = parent;
        this.role = role;
    }

    /** The whole, once the document is open. */
    static PdfElement document(PdfWriter writer) {
        PdfElement document = new PdfElement(writer, new PdfMarker(), null, PdfName.DOCUMENT);
        document.made = new PdfStructureElement(writer.getStructureTreeRoot(), document.role);
        return document;
    }

    PdfMarker marker() {
        return marker;
    }

    /** An element in this one that holds others. */
    PdfElement child(PdfName roleOfChild) {
        return new PdfElement(writer, marker, this, roleOfChild);
    }

    /** An element in this one that is what a cell draws. */
    PdfMarkedCell cell(PdfName roleOfCell) {
        return new PdfMarkedCell(this, roleOfCell);
    }

    /** Puts an element for what is now drawn at the end of this one. */
    PdfStructureElement add(PdfName roleOfContent) {
        return new PdfStructureElement(made(), roleOfContent);
    }

    /** How many elements have come into this one. */
    int size() {
        return made().getAsArray(PdfName.K).size();
    }

    /** The element at that place, as long as it is not complete. */
    PdfStructureElement get(int place) {
        return (PdfStructureElement) made.getAsArray(PdfName.K).getPdfObject(place);
    }

    private PdfStructureElement made() {
        if (made == null) {
            PdfStructureElement above = parent.made();
            writeChildren(above);
            if (parent.newest != null) {
                parent.newest.made = null;
            }
            parent.newest = this;
            made = new PdfStructureElement(above, role);
        }
        return made;
    }

    /** Those that are not yet written are the last ones. In their place the library takes references to them. */
    private void writeChildren(PdfStructureElement element) {
        PdfArray children = element.getAsArray(PdfName.K);
        for (int i = children == null ? -1 : children.size() - 1; i >= 0; i--) {
            if (!(children.getPdfObject(i) instanceof PdfStructureElement child)) {
                return;
            }
            writeChildren(child);
            try {
                writer.addToBody(child, child.getReference());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            children.set(i, child.getReference());
        }
    }
}
