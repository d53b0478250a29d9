package org.answerloop.export.application;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.answerloop.export.model.Cell;
import org.answerloop.export.model.Column;
import org.answerloop.export.model.ExportFormat;
import org.answerloop.export.model.ExportTexts;
import org.answerloop.export.model.Handout;
import org.answerloop.export.model.Separator;
import org.answerloop.export.model.Sheet;
import org.answerloop.fixture.OtherReaders;
import org.answerloop.fixture.TaggedPdf;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.Unit;
import org.answerloop.wording.Language;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Reports beside an earlier period, in files that libraries open which did not write them. */
class ComparedExportsTest {

    private static final Map<Unit, String> ENGLISH =
            Map.of(Unit.COUNT, ", difference", Unit.RATIO, ", difference (points)", Unit.SECONDS, ", difference (s)");
    private static final Map<Unit, String> FRENCH =
            Map.of(Unit.COUNT, ", écart", Unit.RATIO, ", écart (points)", Unit.SECONDS, ", écart (s)");

    private static ExportedStory told;

    @BeforeAll
    static void tell() throws SQLException {
        told = ExportedStory.tell();
    }

    @ParameterizedTest
    @EnumSource
    void a_workbook_holds_differences_as_numbers_in_the_unit_of_their_heading(Metric metric) throws IOException {
        Handout handout = handout(metric, Language.ENGLISH);
        Sheet sheet = handout.sheets().get(0);
        try (XSSFWorkbook workbook =
                OtherReaders.workbook(file(handout, ExportFormat.XLSX, Separator.COMMA, Language.ENGLISH))) {
            var written = workbook.getSheetAt(0);
            int head = written.getLastRowNum() - sheet.rows().size();
            for (int column : differences(sheet)) {
                assertThat(written.getRow(head).getCell(column).getStringCellValue())
                        .isEqualTo(sheet.columns().get(column).heading());
                for (int row = 0; row < sheet.rows().size(); row++) {
                    assertDifference(
                            written.getRow(head + 1 + row),
                            sheet.rows().get(row).cells(),
                            now(sheet, column),
                            column);
                }
            }
        }
    }

    private static void assertDifference(Row written, List<Cell> cells, int now, int column) {
        var cell = written.getCell(column);
        if (cells.get(column) == Cell.NOTHING) {
            assertThat(cell.getStringCellValue()).isEqualTo("–");
            return;
        }
        assertThat(cell.getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(cell.getCellStyle().getDataFormatString()).matches("#,##0(\\.0)?");
        assertThat(cell.getNumericCellValue())
                .isCloseTo(inUnit(cells.get(now)) - inUnit(cells.get(column - 1)), within(1e-6));
    }

    /** Points, seconds or things. */
    private static double inUnit(Cell cell) {
        if (cell instanceof Cell.Share share) {
            return share.value() * 100;
        } else if (cell instanceof Cell.Seconds seconds) {
            return seconds.value();
        }
        return ((Cell.Count) cell).value();
    }

    @ParameterizedTest
    @EnumSource
    void the_heading_of_a_difference_names_its_unit_in_both_languages(Metric metric) {
        for (Language language : Language.values()) {
            Sheet sheet = handout(metric, language).sheets().get(0);
            assertThat(differences(sheet)).isNotEmpty();
            for (int column : differences(sheet)) {
                Unit unit = unit(sheet.columns().get(now(sheet, column)).kind());
                assertThat(sheet.columns().get(column).heading())
                        .endsWith((language == Language.ENGLISH ? ENGLISH : FRENCH).get(unit));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void csv_and_pdf_write_the_same_numbers_under_the_same_headings(Metric metric) throws IOException {
        Handout handout = handout(metric, Language.ENGLISH);
        Sheet sheet = handout.sheets().get(0);
        List<CSVRecord> lines =
                OtherReaders.csv(file(handout, ExportFormat.CSV, Separator.SEMICOLON, Language.ENGLISH), ';');
        List<CSVRecord> table = lines.subList(lines.size() - sheet.rows().size() - 1, lines.size());
        try (PDDocument pdf = OtherReaders.pdf(file(handout, ExportFormat.PDF, Separator.COMMA, Language.ENGLISH))) {
            String text = OtherReaders.squeezed(pdf, 1, pdf.getNumberOfPages());
            for (int column : differences(sheet)) {
                String heading = sheet.columns().get(column).heading();
                assertThat(table.get(0).get(column)).isEqualTo(heading);
                assertThat(text).contains(OtherReaders.squeezed(heading));
                for (int row = 0; row < sheet.rows().size(); row++) {
                    Cell cell = sheet.rows().get(row).cells().get(column);
                    String shown = texts(Language.ENGLISH).of(cell);
                    assertThat(text).contains(shown);
                    assertThat(table.get(row + 1).get(column))
                            .isEqualTo(shown.replace("−", "-").replace(",", ""));
                }
            }
        }
    }

    @Test
    void a_pdf_says_its_title_and_language_and_that_it_is_tagged() throws IOException {
        Handout handout = told.handouts().page(ExportedStory.PAGE, Language.FRENCH);
        try (PDDocument pdf = OtherReaders.pdf(file(handout, ExportFormat.PDF, Separator.COMMA, Language.FRENCH))) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(handout.title());
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(OtherReaders.squeezed(pdf, 1, 1)).contains(OtherReaders.squeezed(handout.title()));
        }
    }

    @Test
    void the_tags_of_a_pdf_name_every_report_and_hold_every_cell() throws IOException {
        Handout handout = told.handouts().page(ExportedStory.PAGE, Language.FRENCH);
        TaggedPdf pdf = TaggedPdf.read(file(handout, ExportFormat.PDF, Separator.COMMA, Language.FRENCH));
        assertThat(pdf.document().all("H2"))
                .extracting(TaggedPdf.Element::read)
                .containsExactlyElementsOf(squeezed(handout.sheets().stream().map(Sheet::title)));
        assertThat(pdf.document().all("TBody").stream()
                        .flatMap(body -> body.all("TD").stream())
                        .map(TaggedPdf.Element::read))
                .containsExactlyElementsOf(squeezed(handout.sheets().stream()
                        .flatMap(sheet -> sheet.rows().stream())
                        .flatMap(row -> row.cells().stream())
                        .map(texts(Language.FRENCH)::of)));
        assertThat(pdf.pages()).allSatisfy(page -> assertThat(page.unmarked()).isEmpty());
    }

    private static List<String> squeezed(Stream<String> texts) {
        return texts.map(OtherReaders::squeezed).toList();
    }

    private static List<Integer> differences(Sheet sheet) {
        return IntStream.range(0, sheet.columns().size())
                .filter(column -> sheet.columns().get(column).kind() == Column.Kind.DIFFERENCE)
                .boxed()
                .toList();
    }

    /** The column of the figure itself, by whose name the others are called. */
    private static int now(Sheet sheet, int difference) {
        String heading = sheet.columns().get(difference).heading();
        return IntStream.range(0, difference)
                .filter(column -> heading.startsWith(sheet.columns().get(column).heading() + ", "))
                .findFirst()
                .orElseThrow();
    }

    private static Unit unit(Column.Kind kind) {
        return switch (kind) {
            case SHARE -> Unit.RATIO;
            case SECONDS -> Unit.SECONDS;
            default -> Unit.COUNT;
        };
    }

    private static Handout handout(Metric metric, Language language) {
        return told.handouts().report(metric, ExportedStory.PAGE, language);
    }

    private static ExportTexts texts(Language language) {
        return new ExportTexts(language, ExportedStory.ZONE);
    }

    private static byte[] file(Handout handout, ExportFormat format, Separator separator, Language language)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(handout, separator, texts(language), out);
        return out.toByteArray();
    }
}
