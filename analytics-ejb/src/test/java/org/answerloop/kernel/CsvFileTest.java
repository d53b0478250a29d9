package org.answerloop.kernel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import de.siegmar.fastcsv.writer.CsvWriter;
import org.answerloop.fixture.OtherReaders;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Files as other readers take them apart: by their own separator, and by those that they were not written for. */
class CsvFileTest {

    private static final List<String> SEPARATORS = List.of(",", ";", "\t");
    private static final List<String> SIGNS = List.of("=", "+", "-", "@", "\t", "\r", "\uFF1D");

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t'})
    void every_cell_comes_back_by_the_separator_of_the_file(char separator) throws IOException {
        List<String> cells = dangerous().map(SpreadsheetText::reversible).toList();

        List<CSVRecord> lines = OtherReaders.csv(file(cells, separator), separator);

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).toList()).isEqualTo(cells);
        assertThat(lines.get(0).stream().map(SpreadsheetText::original))
                .containsExactlyElementsOf(dangerous().toList());
    }

    /** A spreadsheet takes a quote for one only where a cell begins, so all others are as if they were not there. */
    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t'})
    void no_cell_calculates_by_whatever_separator_it_is_read(char separator) throws IOException {
        for (String cell : dangerous().map(SpreadsheetText::harmless).toList()) {
            String line = new String(file(List.of("first", cell, "last"), separator), StandardCharsets.UTF_8);
            for (String part : line.split("[,;\t\r\n]")) {
                assertThat(part.replaceFirst("^\"+", "")).as(line).doesNotContainPattern("^[=+@\uFF1D-]");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x;y", "x,y", "x\ty", "x|y", "a \"b\"", "'=1", "a\nb"})
    void what_some_separator_would_take_apart_is_quoted(String cell) throws IOException {
        assertThat(new String(file(List.of("first", cell), ','), StandardCharsets.UTF_8))
                .matches("(?s)\uFEFFfirst,\".*\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "-5", "52.0", "52,0", "a b", "2026-08-31"})
    void numbers_days_and_plain_words_are_not(String cell) throws IOException {
        assertThat(new String(file(List.of("first", cell), '\t'), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFfirst\t" + cell + "\r\n");
    }

    /** Signs at the beginning and behind every separator, quoted and not. */
    private static Stream<String> dangerous() {
        return SIGNS.stream()
                .flatMap(sign -> SEPARATORS.stream()
                        .flatMap(separator -> Stream.of(
                                sign + "1+1",
                                "x" + separator + sign + "1+1",
                                "x" + separator + "\"" + sign + "1+1",
                                "x" + separator + "'" + sign + "1" + separator + "y",
                                "x\r\n" + sign + "1" + separator + "é ß 漢 😀 ’ ; = <")));
    }

    private static byte[] file(List<String> cells, char separator) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvWriter csv = CsvFile.forSpreadsheets(out, separator)) {
            csv.writeRecord(cells);
        }
        return out.toByteArray();
    }
}
