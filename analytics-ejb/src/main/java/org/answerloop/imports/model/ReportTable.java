package org.answerloop.imports.model;

import java.io.IOException;
import java.io.Writer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

/** Writes problems as a table in CSV (RFC 4180) that a spreadsheet opens without calculating anything in it. */
public final class ReportTable {

    private static final String BEGINS_A_FORMULA = "=+-@\t\r";

    private final CsvWriter table;

    private ReportTable(CsvWriter table) {
        this.table = table;
    }

    /** Writes the names of the columns. */
    public static ReportTable begin(Writer out) {
        CsvWriter table = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
        table.writeRecord("line", "event", "code", "pointer", "detail");
        return new ReportTable(table);
    }

    public void add(LineProblem found) {
        table.writeRecord(
                Long.toString(found.line()),
                harmless(found.event()),
                harmless(found.problem().code()),
                harmless(found.problem().pointer()),
                harmless(found.problem().detail()));
    }

    /** Hands on what is still held back. */
    public void flush() throws IOException {
        table.flush();
    }

    private static String harmless(String text) {
        boolean calculates = text != null && !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
        return calculates ? "'" + text : text;
    }
}
