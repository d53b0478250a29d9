package org.answerloop.imports.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.CsvRecord;
import org.answerloop.event.model.Problem;

/**
 * Cuts a file into its records by RFC 4180: a quoted field may hold separators, line breaks and doubled quotes. A record
 * is found first, within a bound, and its fields are read from it; a record that is not well formed costs its first line
 * alone, so that a quote that is never closed does not swallow the file.
 */
final class CsvRecords {

    private enum State {
        FIELD_BEGINS,
        PLAIN,
        QUOTED,
        QUOTE_ENDED
    }

    /**
     * One record, or the reason why there is none.
     *
     * @param fields null where there is a problem
     */
    record Row(long line, List<String> fields, Problem problem) {

        boolean isEmpty() {
            return fields != null && fields.stream().allMatch(String::isBlank);
        }
    }

    private final FileCursor file;
    private final char separator;
    private final CsvReaderBuilder fields;
    private final int most;

    CsvRecords(FileCursor file, char separator, int most) {
        this.file = file;
        this.separator = separator;
        this.most = most;
        this.fields = CsvReader.builder()
                .fieldSeparator(separator)
                .maxBufferSize(most + 1)
                .skipEmptyLines(false);
    }

    /** @return nothing at the end of the file; empty records are passed over */
    Optional<Row> next() throws IOException {
        while (!file.isAtEnd()) {
            Row row = record();
            if (!row.isEmpty()) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private Row record() throws IOException {
        long from = file.position();
        long line = file.line();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        State state = State.FIELD_BEGINS;
        int value = file.read();
        while (value >= 0 && !(state != State.QUOTED && (value == '\n' || value == '\r'))) {
            if (bytes.size() >= most) {
                return state == State.QUOTED
                        ? broken(from, line, "unclosed-quote", "A quote that begins in this line is never closed.")
                        : broken(
                                from,
                                line,
                                "too-large",
                                "The row has more than " + most + " bytes; an event has at most 1 MiB.");
            }
            bytes.write(value);
            state = after(state, value);
            if (state == null) {
                return broken(
                        from,
                        line,
                        "stray-quote",
                        "Text follows a closing quote; a quote inside a quoted field is written twice.");
            }
            value = file.read();
        }
        if (state == State.QUOTED) {
            return broken(from, line, "unclosed-quote", "A quote that begins in this line is never closed.");
        }
        if (value == '\r' && file.peek() == '\n') {
            file.read();
        }
        return row(line, bytes.toByteArray());
    }

    /** @return null where the character must not stand there */
    private State after(State state, int value) {
        if (state == State.QUOTED) {
            return value == '"' ? State.QUOTE_ENDED : State.QUOTED;
        }
        if (value == separator) {
            return State.FIELD_BEGINS;
        }
        if (value == '"' && state != State.PLAIN) {
            return State.QUOTED;
        }
        return state == State.QUOTE_ENDED ? null : State.PLAIN;
    }

    private Row row(long line, byte[] bytes) throws IOException {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new Row(
                    line,
                    null,
                    new Problem(
                            "invalid-utf-8", "", "The row is not in UTF-8; save the file as UTF-8, or mend the row."));
        }
        try (CsvReader<CsvRecord> reader = fields.ofCsvRecord(text)) {
            return new Row(
                    line, reader.stream().findFirst().map(CsvRecord::getFields).orElse(List.of()), null);
        } catch (CsvParseException e) {
            return new Row(line, null, new Problem("malformed-row", "", "The row is no CSV: " + e.getMessage()));
        }
    }

    private Row broken(long from, long line, String code, String detail) throws IOException {
        file.seek(from, line);
        file.line(0);
        return new Row(line, null, new Problem(code, "", detail));
    }
}
