package org.answerloop.export.model;

import java.io.IOException;
import java.io.OutputStream;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Reports as a workbook: a sheet for each, with what it is about and what it means above its table. */
final class XlsxHandout {

    private static final String APPLICATION = "Answerloop";
    private static final String VERSION = "1.0";
    private static final double FIRST_WIDTH = 26;
    private static final double WIDTH = 18;

    private XlsxHandout() {}

    static void write(Handout handout, ExportTexts texts, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, APPLICATION, VERSION)) {
            workbook.properties().setTitle(handout.title());
            for (Sheet sheet : handout.sheets()) {
                try (Worksheet worksheet = workbook.newWorksheet(sheet.title())) {
                    fill(worksheet, handout, sheet, texts);
                }
            }
        }
    }

    private static void fill(Worksheet worksheet, Handout handout, Sheet sheet, ExportTexts texts) {
        XlsxStyle style = new XlsxStyle(worksheet, texts);
        int row = 0;
        style.title(row++, sheet.title());
        for (Note note : handout.notesOf(sheet)) {
            style.note(row++, note);
        }
        row++;
        for (int column = 0; column < sheet.columns().size(); column++) {
            style.heading(row, column, sheet.columns().get(column));
            worksheet.width(column, column == 0 ? FIRST_WIDTH : WIDTH);
        }
        for (Row line : sheet.rows()) {
            row++;
            for (int column = 0; column < line.cells().size(); column++) {
                style.put(row, column, line.cells().get(column));
            }
            if (line.provisional()) {
                style.provisional(row, line.cells().size());
            }
        }
        worksheet.setFitToPage(true);
    }
}
