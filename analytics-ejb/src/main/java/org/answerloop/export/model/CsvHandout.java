package org.answerloop.export.model;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One report as CSV: above the table stands what it is about and what it means. Every line has as many values as the table
 * has columns, as RFC 4180 wants it.
 */
final class CsvHandout {

    private static final int LABEL_AND_VALUE = 2;

    private CsvHandout() {}

    static void write(Handout handout, Separator separator, ExportTexts texts, OutputStream out) throws IOException {
        Sheet sheet = handout.sheets().get(0);
        int width = Math.max(LABEL_AND_VALUE, sheet.columns().size());
        try (CsvTable csv = new CsvTable(out, separator, texts)) {
            csv.add(filled(List.of(Cell.of(sheet.title())), width));
            for (Note note : handout.notesOf(sheet)) {
                csv.add(filled(List.of(Cell.of(note.label()), note.value()), width));
            }
            csv.add(filled(List.of(), width));
            csv.head(sheet.columns());
            for (Row row : sheet.rows()) {
                csv.add(filled(row.cells(), width));
            }
        }
    }

    private static List<Cell> filled(List<Cell> cells, int width) {
        List<Cell> line = new ArrayList<>(cells);
        line.addAll(Collections.nCopies(width - cells.size(), new Cell.Words("")));
        return line;
    }
}
