package org.answerloop.imports.model;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import org.answerloop.kernel.CsvFile;
import org.answerloop.kernel.SpreadsheetText;

/** Writes problems as a table in CSV (RFC 4180) that a spreadsheet opens without calculating anything in it. */
public final class ReportTable {

    private final CsvWriter table;
    private final ReportWords words;

    private ReportTable(CsvWriter table, ReportWords words) {
        this.table = table;
        this.words = words;
    }

    /** Writes the names of the columns; in UTF-8, which the file of a person tells a spreadsheet at its beginning. */
    public static ReportTable begin(ReportWords words, OutputStream out) throws IOException {
        CsvWriter table = words.titles().isPresent()
                ? CsvFile.forSpreadsheets(out, ',')
                : CsvFile.of(new OutputStreamWriter(out, StandardCharsets.UTF_8), ',');
        table.writeRecord(words.columns());
        return new ReportTable(table, words);
    }

    public void add(LineProblem found) {
        List<String> row = new ArrayList<>();
        row.add(Long.toString(found.line()));
        row.add(SpreadsheetText.harmless(found.event()));
        row.add(SpreadsheetText.harmless(found.problem().code()));
        row.add(SpreadsheetText.harmless(found.problem().pointer()));
        row.add(SpreadsheetText.harmless(found.problem().detail()));
        words.titles()
                .map(titles ->
                        SpreadsheetText.harmless(titles.apply(found.problem().code())))
                .ifPresent(row::add);
        table.writeRecord(row);
    }

    /** Hands on what is still held back. */
    public void flush() throws IOException {
        table.flush();
    }
}
