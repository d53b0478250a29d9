package org.answerloop.export.model;

import java.util.Arrays;

import com.lowagie.text.pdf.ByteBuffer;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPTableEvent;
import com.lowagie.text.pdf.PdfStructureElement;

/**
 * Encloses what the library draws in marked-content sequences. The library says when it has drawn a cell, but not when it is
 * about to: so what has been drawn since the cell before is taken back, and put between the beginning and the end of a
 * sequence. A sequence thereby begins and ends on one page, wherever the library breaks a table.
 */
final class PdfMarker implements PdfPTableEvent {

    private static final PdfName ARTIFACT = new PdfName("Artifact");

    /** The library takes a new one for each page of a table. */
    private PdfContentByte canvas;

    private int marked;

    /** Makes whatever is drawn nothing to read: the foot of a page, a rule, a background. */
    static void artifact(PdfContentByte canvas, Runnable drawing) {
        canvas.beginMarkedContentSequence(ARTIFACT);
        drawing.run();
        canvas.endMarkedContentSequence();
    }

    /** Whether anything has been drawn since the last sequence ended. */
    boolean isDrawn(PdfContentByte canvas) {
        return canvas.getInternalBuffer().size() > begin(canvas);
    }

    /** Makes what has been drawn since the last sequence ended part of that element. */
    void mark(PdfContentByte canvas, PdfStructureElement element) {
        byte[] drawn = takeBack(canvas, begin(canvas));
        canvas.beginMarkedContentSequence(element);
        canvas.getInternalBuffer().append(drawn);
        canvas.endMarkedContentSequence();
        end(canvas);
    }

    /** Makes what has been drawn since the last sequence ended nothing to read. */
    void markAsArtifact(PdfContentByte canvas) {
        byte[] drawn = takeBack(canvas, begin(canvas));
        artifact(canvas, () -> canvas.getInternalBuffer().append(drawn));
        end(canvas);
    }

    /** Rules and backgrounds, once all cells that stand on a page are drawn. */
    @Override
    public void tableLayout(
            PdfPTable table, float[][] widths, float[] heights, int headRows, int firstRow, PdfContentByte[] canvases) {
        for (int layer : new int[] {PdfPTable.BACKGROUNDCANVAS, PdfPTable.LINECANVAS}) {
            PdfContentByte drawn = canvases[layer];
            if (drawn.getInternalBuffer().size() > 0) {
                byte[] all = takeBack(drawn, 0);
                artifact(drawn, () -> drawn.getInternalBuffer().append(all));
            }
        }
    }

    private int begin(PdfContentByte canvas) {
        return canvas == this.canvas ? marked : 0;
    }

    private void end(PdfContentByte canvas) {
        this.canvas = canvas;
        this.marked = canvas.getInternalBuffer().size();
    }

    private static byte[] takeBack(PdfContentByte canvas, int from) {
        ByteBuffer operators = canvas.getInternalBuffer();
        byte[] drawn = Arrays.copyOfRange(operators.getBuffer(), from, operators.size());
        operators.setSize(from);
        return drawn;
    }
}
