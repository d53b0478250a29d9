package org.answerloop.export.model;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Rows as a workbook, written as they come. A sheet of a workbook has an end, so a table that is longer goes on in the next
 * one.
 */
public final class XlsxTable implements RowSink {

    private static final int ROWS_HELD = 500;
    private static final double WIDTH = 22;

    private final Workbook workbook;
    private final String name;
    private final ExportTexts texts;
    private List<Column> columns;
    private Worksheet sheet;
    private XlsxStyle style;
    private int sheets;
    private int row;

    /** @param name of the sheet */
    public XlsxTable(OutputStream out, String name, ExportTexts texts) {
        this.workbook = new Workbook(out, "Answerloop", "1.0");
        this.name = name;
        this.texts = texts;
    }

    @Override
    public void head(List<Column> columns) throws IOException {
        this.columns = List.copyOf(columns);
        begin();
    }

    @Override
    public void add(List<Cell> cells) throws IOException {
        if (row == Worksheet.MAX_ROWS) {
            sheet.finish();
            begin();
        }
        for (int column = 0; column < cells.size(); column++) {
            style.put(row, column, cells.get(column));
        }
        row++;
        if (row % ROWS_HELD == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.finish();
        workbook.close();
    }

    private void begin() {
        sheets++;
        sheet = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        style = new XlsxStyle(sheet, texts);
        for (int column = 0; column < columns.size(); column++) {
            style.heading(0, column, columns.get(column));
            sheet.width(column, WIDTH);
        }
        sheet.freezePane(0, 1);
        row = 1;
    }
}
