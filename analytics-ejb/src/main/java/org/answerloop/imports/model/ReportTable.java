package org.answerloop.imports.model;

import java.io.IOException;
import java.io.Writer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import org.answerloop.kernel.SpreadsheetText;

/** Writes problems as a table in CSV (RFC 4180) that a spreadsheet opens without calculating anything in it. */
public final class ReportTable {

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
                SpreadsheetText.harmless(found.event()),
                SpreadsheetText.harmless(found.problem().code()),
                SpreadsheetText.harmless(found.problem().pointer()),
                SpreadsheetText.harmless(found.problem().detail()));
    }

    /** Hands on what is still held back. */
    public void flush() throws IOException {
        table.flush();
    }
}
