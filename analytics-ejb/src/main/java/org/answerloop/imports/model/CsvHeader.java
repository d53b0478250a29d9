package org.answerloop.imports.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first line of a CSV file: which column stands where.
 *
 * @param separator between the fields of a row
 * @param places by column, from 0
 * @param unknown names of columns that mean nothing to us
 */
record CsvHeader(char separator, Map<CsvColumn, Integer> places, List<String> unknown) {

    /** Bytes; a longer first line is none of a table. */
    private static final int LONGEST = 64 * 1024;

    private static final String SEPARATORS = ",;\t|";

    /** What spreadsheets write before the header to say how they separate. */
    private static final String MARK = "sep=";

    /**
     * @param file at its beginning; afterwards at the first row
     * @param given the separator; nothing where the header shows it
     * @throws UnusableFileException where no rows can be read by it
     */
    static CsvHeader read(FileCursor file, Optional<Character> given) throws IOException {
        Encoding.passMark(file);
        Optional<Character> marked = separatorMark(file);
        char separator = given.or(() -> marked).orElseGet(() -> ',');
        if (given.isEmpty() && marked.isEmpty()) {
            separator = mostFrequent(firstLine(file));
        }
        CsvRecords.Row row = new CsvRecords(file, separator, LONGEST)
                .next()
                .orElseThrow(() -> new UnusableFileException(
                        FileFault.EMPTY,
                        "",
                        "The file is empty; its first line names the columns, such as those of the template."));
        if (row.problem() != null) {
            throw new UnusableFileException(
                    FileFault.HEADER_BROKEN,
                    "",
                    "The first line cannot be read: " + row.problem().detail());
        }
        return of(separator, row.fields());
    }

    private static CsvHeader of(char separator, List<String> names) throws UnusableFileException {
        Map<CsvColumn, Integer> places = new EnumMap<>(CsvColumn.class);
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Optional<CsvColumn> column = CsvColumn.named(names.get(i));
            if (column.isPresent() && places.putIfAbsent(column.get(), i) != null) {
                throw new UnusableFileException(
                        FileFault.COLUMN_TWICE,
                        column.get().label(),
                        "The first line names the column " + column.get().label() + " twice; leave one of them out.");
            }
            if (column.isEmpty() && !names.get(i).isBlank()) {
                unknown.add(names.get(i).strip());
            }
        }
        for (CsvColumn needed : List.of(CsvColumn.CONVERSATION, CsvColumn.TIME)) {
            if (!places.containsKey(needed)) {
                throw new UnusableFileException(
                        FileFault.COLUMN_MISSING,
                        needed.label(),
                        "The first line names no column " + needed.label()
                                + "; the columns conversation and time are needed, and the template shows the others. Say which"
                                + " separator the file has where it is an unusual one.");
            }
        }
        return new CsvHeader(separator, places, unknown);
    }

    private static Optional<Character> separatorMark(FileCursor file) throws IOException {
        long from = file.position();
        byte[] line = file.line(MARK.length() + 3);
        String text = line == null ? "" : new String(line, StandardCharsets.UTF_8);
        if (text.startsWith(MARK) && text.stripTrailing().length() <= MARK.length() + 1 && text.length() > 4) {
            return Optional.of(text.charAt(MARK.length()));
        }
        file.seek(from, 1);
        return Optional.empty();
    }

    private static String firstLine(FileCursor file) throws IOException {
        long from = file.position();
        byte[] line = file.line(LONGEST);
        file.seek(from, 1);
        if (line == null) {
            throw new UnusableFileException(
                    FileFault.HEADER_TOO_LONG,
                    "",
                    "The first line is too long to name columns; is this a table in CSV, in UTF-8?");
        }
        return new String(line, StandardCharsets.UTF_8);
    }

    private static char mostFrequent(String line) {
        char best = ',';
        long most = 0;
        for (char candidate : SEPARATORS.toCharArray()) {
            long count = line.chars().filter(c -> c == candidate).count();
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }
}
