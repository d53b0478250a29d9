package org.answerloop.export.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import org.answerloop.fixture.OtherReaders;
import org.answerloop.wording.Language;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Every file is opened again by somebody else's reader. */
class HandoutFilesTest {

    private static final int HEAD = 6;

    private final Handout rates = SampleHandout.of(SampleHandout.rates());
    private final Handout channels = SampleHandout.of(SampleHandout.channels());

    @Test
    void csv_holds_title_notes_and_table_with_as_many_values_in_every_line() throws IOException {
        List<CsvRecord> lines = csv(rates, Separator.COMMA, Language.ENGLISH);
        assertThat(lines).allSatisfy(line -> assertThat(line.getFieldCount()).isEqualTo(5));
        assertThat(lines.get(0).getField(0)).isEqualTo("Resolution rate");
        assertThat(lines.get(1).getFields()).startsWith("Figure", "58.1%");
        assertThat(lines.get(2).getFields()).startsWith("Formula", "resolved ÷ settled");
        assertThat(lines.get(5).getFields()).startsWith("Made at", "2026-11-23 09:41:12");
        assertThat(lines.get(HEAD + 1).getFields())
                .containsExactly("Week of", "Resolution rate (%)", "Settled", "Time (s)", "State");
        assertThat(lines.get(HEAD + 2).getFields()).containsExactly("2026-08-31", "52.0", "1000", "400", "settled");
        assertThat(lines.get(HEAD + 5).getFields()).containsExactly("2026-09-21", "–", "0", "–", "settled");
    }

    @Test
    void french_csv_has_semicolons_and_decimal_commas() throws IOException {
        List<CsvRecord> lines = csv(rates, Separator.usual(Language.FRENCH), Language.FRENCH);
        assertThat(lines.get(1).getFields()).startsWith("Figure", "58,1 %");
        assertThat(text(rates, Separator.SEMICOLON, Language.FRENCH)).contains("2026-08-31;52,0;1000;400;settled\r\n");
    }

    @Test
    void csv_is_utf_8_with_a_byte_order_mark_and_ends_its_lines_as_rfc_4180_says() throws IOException {
        assertThat(text(channels, Separator.TAB, Language.ENGLISH))
                .startsWith("\uFEFFBy channel\t\r\n")
                .contains("\r\nChat\t5530\r\n")
                .endsWith("\"'-5\"\t2830\r\n");
    }

    @Test
    void nothing_in_a_csv_is_a_formula_and_numbers_stay_numbers() throws IOException {
        List<CsvRecord> lines = csv(channels, Separator.COMMA, Language.ENGLISH);
        assertThat(lines)
                .anySatisfy(line -> assertThat(line.getFields()).containsExactly("'" + SampleHandout.PAYLOAD, "4630"));
        assertThat(lines)
                .allSatisfy(
                        line -> assertThat(line.getFields()).noneMatch(field -> field.matches("(?s)[=+@\\t\\r-].*")));
    }

    @Test
    void xlsx_holds_a_sheet_a_report_with_numbers_as_numbers_in_their_formats() throws IOException {
        try (ReadableWorkbook workbook = workbook(SampleHandout.handout())) {
            var sheets = workbook.getSheets().toList();
            assertThat(sheets).extracting(sheet -> sheet.getName()).containsExactly("Resolution rate", "By channel");
            var rows = sheets.get(0).read();
            assertThat(rows.get(0).getCellText(0)).isEqualTo("Resolution rate");
            var first = rows.stream()
                    .filter(row -> row.getOptionalCell(0)
                            .filter(cell -> cell.getType() == CellType.NUMBER)
                            .isPresent())
                    .findFirst()
                    .orElseThrow();
            assertThat(first.getCellAsDate(0)).map(LocalDateTime::toLocalDate).contains(LocalDate.of(2026, 8, 31));
            assertThat(first.getCell(1).getType()).isEqualTo(CellType.NUMBER);
            assertThat(first.getCellAsNumber(1).orElseThrow()).isEqualByComparingTo(BigDecimal.valueOf(0.52));
            assertThat(first.getCell(1).getDataFormatString()).isEqualTo("0.0%");
            assertThat(first.getCellAsNumber(2).orElseThrow()).isEqualByComparingTo("1000");
            assertThat(first.getCellAsNumber(3).orElseThrow().doubleValue()).isCloseTo(400.4 / 86_400, within(1e-9));
            assertThat(first.getCell(3).getDataFormatString()).isEqualTo("[h]:mm:ss");
        }
    }

    @Test
    void text_in_an_xlsx_is_text_and_no_formula() throws IOException {
        try (ReadableWorkbook workbook = workbook(channels)) {
            var cells = workbook.getFirstSheet().read().stream()
                    .flatMap(row -> row.stream())
                    .filter(cell -> cell != null)
                    .toList();
            assertThat(cells).allSatisfy(cell -> assertThat(cell.getFormula()).isNull());
            assertThat(cells)
                    .filteredOn(cell -> SampleHandout.PAYLOAD.equals(cell.getText()))
                    .hasSize(2)
                    .allSatisfy(cell -> assertThat(cell.getType()).isEqualTo(CellType.STRING));
        }
    }

    @Test
    void characters_that_a_workbook_cannot_hold_do_not_break_it() throws IOException {
        Sheet sheet = SampleHandout.channels();
        Handout odd = SampleHandout.of(new Sheet(
                "A/B [1]: a title that is longer than a sheet may be called",
                sheet.notes(),
                sheet.columns(),
                List.of(new Row(List.of(Cell.of("a\0b\u0001c\uD83Dd\uFFFE😀"), Cell.of(1L)), false)),
                sheet.picture()));
        try (ReadableWorkbook workbook = workbook(odd)) {
            assertThat(workbook.getFirstSheet().read())
                    .anySatisfy(row ->
                            assertThat(row.getCellText(0)).startsWith("ab").endsWith("😀"));
        }
    }

    @Test
    void pdf_holds_title_notes_table_and_picture() throws IOException {
        byte[] pdf = bytes(ExportFormat.PDF, SampleHandout.handout(), Separator.COMMA, Language.ENGLISH);
        keep("handout.pdf", pdf);
        try (PdfReader reader = new PdfReader(pdf)) {
            String text = text(reader);
            assertThat(text)
                    .contains("Reports", "Resolution rate", "58.1%", "resolved ÷ settled", "By channel", "5,530")
                    .contains("6 min 40 s", "–", "provisional", "23 Nov 2026, 09:41", "Ленина", "日本")
                    .contains("Hatched and dashed parts may still change.");
        }
    }

    /** This reader heeds the tags, as a screen reader does; the other one takes whatever is shown. */
    @Test
    void the_foot_of_a_page_is_shown_and_not_read_out() throws IOException {
        byte[] pdf = bytes(ExportFormat.PDF, SampleHandout.handout(), Separator.COMMA, Language.ENGLISH);
        try (PdfReader reader = new PdfReader(pdf)) {
            assertThat(text(reader)).doesNotContain("Page 1", "Answerloop");
        }
        try (PDDocument shown = OtherReaders.pdf(pdf)) {
            assertThat(OtherReaders.squeezed(shown, 1, 1)).contains("Answerloop·Reports", "Page1");
        }
    }

    @Test
    void french_pdf_writes_as_the_french_do() throws IOException {
        byte[] pdf = bytes(ExportFormat.PDF, SampleHandout.handout(), Separator.COMMA, Language.FRENCH);
        try (PdfReader reader = new PdfReader(pdf)) {
            assertThat(text(reader)).contains("58,1 %", "hachurées");
        }
    }

    private static String text(PdfReader reader) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
        }
        return text.toString().replaceAll("[\\s\u00a0]+", " ");
    }

    private static void keep(String name, byte[] file) throws IOException {
        Files.write(Files.createDirectories(Path.of("target", "exports")).resolve(name), file);
    }

    private static String text(Handout handout, Separator separator, Language language) throws IOException {
        return new String(bytes(ExportFormat.CSV, handout, separator, language), StandardCharsets.UTF_8);
    }

    private static List<CsvRecord> csv(Handout handout, Separator separator, Language language) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator.character())
                .detectBomHeader(true)
                .ofCsvRecord(new ByteArrayInputStream(bytes(ExportFormat.CSV, handout, separator, language)))) {
            return reader.stream().toList();
        }
    }

    private static ReadableWorkbook workbook(Handout handout) throws IOException {
        byte[] file = bytes(ExportFormat.XLSX, handout, Separator.COMMA, Language.ENGLISH);
        return new ReadableWorkbook(
                new ByteArrayInputStream(file), new org.dhatim.fastexcel.reader.ReadingOptions(true, false));
    }

    private static byte[] bytes(ExportFormat format, Handout handout, Separator separator, Language language)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(handout, separator, SampleHandout.texts(language), out);
        return out.toByteArray();
    }
}
