package org.answerloop.kernel;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;

/**
 * The one way to write CSV: RFC 4180 in UTF-8. Which separator a spreadsheet reads by is a matter of its language and not of
 * the file, so a cell is quoted for all of them; the text in it is made safe by {@link SpreadsheetText}.
 */
public final class CsvFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int BUFFER = 64 * 1024;

    private CsvFile() {}

    /** For spreadsheets, which know a file as UTF-8 by its byte order mark. */
    public static CsvWriter forSpreadsheets(OutputStream out, char separator) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        return of(writer, separator);
    }

    /** For programs as well: without the mark. The writer says what the encoding is. */
    public static CsvWriter of(Writer writer, char separator) {
        return CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(new ForEverySeparator())
                .bufferSize(BUFFER)
                .build(writer);
    }

    /** Quotes what some spreadsheet would take apart or calculate; what the file's own separator needs is quoted anyway. */
    private static final class ForEverySeparator implements QuoteStrategy {

        private static final String TAKES_APART = ",;\t|\"\r\n";
        private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.,][0-9]+)?");

        @Override
        public boolean quoteValue(int line, int field, String value) {
            if (value.isEmpty() || NUMBER.matcher(value).matches()) {
                return false;
            }
            return value.charAt(0) == '\''
                    || SpreadsheetText.calculates(value)
                    || value.chars().anyMatch(c -> TAKES_APART.indexOf(c) >= 0);
        }
    }
}
