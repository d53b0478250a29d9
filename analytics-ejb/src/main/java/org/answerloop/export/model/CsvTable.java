package org.answerloop.export.model;

import java.io.IOException;
import java.io.OutputStream;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import de.siegmar.fastcsv.writer.CsvWriter;
import org.answerloop.kernel.CsvFile;
import org.answerloop.kernel.SpreadsheetText;
import org.answerloop.report.model.Unit;
import org.answerloop.wording.Formats;

/**
 * Rows as CSV: RFC 4180 in UTF-8, with the byte order mark by which spreadsheets know that it is. Numbers are plain, with
 * the decimal mark of the language, rates in percent and durations in seconds, as the headings say; where a heading cannot say
 * so, because it stands over several units or there is none, as on the screen. Text does nothing but stand there.
 */
public final class CsvTable implements RowSink {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final CsvWriter csv;
    private final ExportTexts texts;
    private final DecimalFormat percent;
    private List<Column> columns = List.of();

    /** Begins the file; what is written to the stream is buffered. */
    public CsvTable(OutputStream out, Separator separator, ExportTexts texts) throws IOException {
        this.csv = CsvFile.forSpreadsheets(out, separator.character());
        this.texts = texts;
        this.percent = new DecimalFormat(
                "0.0", DecimalFormatSymbols.getInstance(texts.language().getLocale()));
        this.percent.setMultiplier(100);
        this.percent.setRoundingMode(RoundingMode.HALF_EVEN);
    }

    @Override
    public void head(List<Column> columns) {
        this.columns = List.copyOf(columns);
        csv.writeRecord(columns.stream().map(this::heading).toList());
    }

    @Override
    public void add(List<Cell> cells) {
        List<String> record = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            boolean said = i < columns.size() && columns.get(i).kind() != Column.Kind.FIGURE;
            record.add(said ? plain(cells.get(i)) : asOnTheScreen(cells.get(i)));
        }
        csv.writeRecord(record);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private String heading(Column column) {
        String key = switch (column.kind()) {
            case SHARE -> "csv.percent";
            case SECONDS -> "csv.seconds";
            default -> "csv.plain";
        };
        return SpreadsheetText.harmless(texts.of(key, column.heading()));
    }

    private String asOnTheScreen(Cell cell) {
        return cell instanceof Cell.Share || cell instanceof Cell.Seconds ? texts.of(cell) : plain(cell);
    }

    private String plain(Cell cell) {
        if (cell instanceof Cell.Words words) {
            return SpreadsheetText.harmless(words.text());
        } else if (cell instanceof Cell.Count count) {
            return Long.toString(count.value());
        } else if (cell instanceof Cell.Share share) {
            return percent.format(share.value());
        } else if (cell instanceof Cell.Seconds seconds) {
            return Long.toString(Math.round(seconds.value()));
        } else if (cell instanceof Cell.Difference difference) {
            return difference.unit() == Unit.RATIO
                    ? percent.format(difference.value())
                    : Long.toString(Math.round(difference.value()));
        } else if (cell instanceof Cell.Day day) {
            return day.date().toString();
        } else if (cell instanceof Cell.Moment moment) {
            return MOMENT.format(moment.moment().atZone(texts.zone()));
        }
        return Formats.NOTHING;
    }
}
