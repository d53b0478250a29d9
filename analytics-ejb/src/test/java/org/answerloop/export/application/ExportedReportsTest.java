package org.answerloop.export.application;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import de.siegmar.fastcsv.reader.CsvRecord;
import org.answerloop.export.model.Cell;
import org.answerloop.export.model.Column;
import org.answerloop.export.model.ExportFormat;
import org.answerloop.export.model.ExportTexts;
import org.answerloop.export.model.Handout;
import org.answerloop.export.model.Separator;
import org.answerloop.export.model.Sheet;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.MetricTexts;
import org.answerloop.report.model.Point;
import org.answerloop.report.model.Report;
import org.answerloop.wording.Language;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What stands in the files is what the reports say, whatever names the sources send. */
class ExportedReportsTest {

    private ExportedStory told;

    @BeforeEach
    void tell() throws SQLException {
        told = ExportedStory.tell();
    }

    @ParameterizedTest
    @EnumSource
    void the_numbers_of_a_workbook_are_those_of_the_report(Metric metric) throws IOException {
        Report report = told.reports().report(metric, told.filter());
        List<Row> rows = tableOf(metric);
        if (metric.dimension().isPresent()) {
            assertThat(rows).hasSize(report.countsByKey().size());
            assertThat(rows.stream()
                            .map(row -> row.getCellAsNumber(1).orElseThrow().longValue()))
                    .containsExactlyElementsOf(report.countsByKey().values());
            return;
        }
        List<LocalDate> buckets =
                report.series().stream().map(Point::bucket).distinct().toList();
        assertThat(rows).hasSize(buckets.size());
        for (int i = 0; i < rows.size(); i++) {
            LocalDate bucket = buckets.get(i);
            assertThat(rows.get(i).getCellAsDate(0))
                    .map(LocalDateTime::toLocalDate)
                    .contains(bucket);
            for (Point point : report.series()) {
                if (point.bucket().equals(bucket)) {
                    assertFigure(rows.get(i), column(metric, point.key()), metric, point);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_numbers_of_csv_and_pdf_are_written_as_on_the_screen(Metric metric) throws IOException {
        ExportTexts texts = new ExportTexts(Language.FRENCH, ExportedStory.ZONE);
        Handout handout = told.handouts().report(metric, ExportedStory.PAGE, Language.FRENCH);
        String pdf = pdf(handout, Language.FRENCH);
        List<CsvRecord> csv = ExportedStory.csv(
                Separator.SEMICOLON, out -> write(handout, ExportFormat.CSV, Separator.SEMICOLON, texts, out));
        Sheet sheet = handout.sheets().get(0);
        List<CsvRecord> rows = csv.subList(csv.size() - sheet.rows().size(), csv.size());
        for (int i = 0; i < sheet.rows().size(); i++) {
            List<Cell> cells = sheet.rows().get(i).cells();
            for (int column = 0; column < cells.size(); column++) {
                String shown = texts.of(cells.get(column));
                assertThat(pdf).contains(squeezed(shown));
                if (sheet.columns().get(column).kind() == Column.Kind.SHARE) {
                    assertThat(rows.get(i).getField(column) + (shown.equals("–") ? "" : "\u202f%"))
                            .isEqualTo(shown);
                }
            }
        }
        assertThat(pdf).contains(squeezed(handout.title()));
        assertThat(csv).anySatisfy(line -> assertThat(line.getField(1)).isEqualTo("Europe/Paris"));
        assertThat(csv)
                .flatExtracting(CsvRecord::getFields)
                .noneMatch(field -> field.matches("(?s)[=+@\\t\\r].*|-[^0-9].*"));
    }

    @Test
    void the_parts_of_the_handled_conversations_add_up_to_them() throws IOException {
        assertThat(tableOf(Metric.HANDLED)).allSatisfy(row -> {
            long parts = 0;
            for (int column = 4; column <= 7; column++) {
                parts += row.getCellAsNumber(column).orElseThrow().longValue();
            }
            assertThat(parts).isEqualTo(row.getCellAsNumber(1).orElseThrow().longValue());
        });
    }

    @Test
    void the_whole_page_has_a_sheet_for_the_week_and_for_every_report() throws IOException {
        Handout page = told.handouts().page(ExportedStory.PAGE, Language.ENGLISH);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        write(page, ExportFormat.XLSX, Separator.COMMA, new ExportTexts(Language.ENGLISH, ExportedStory.ZONE), file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
            assertThat(workbook.getSheets().count()).isEqualTo(Metric.values().length + 1L);
        }
        assertThat(pdf(page, Language.ENGLISH)).contains("Impactthisweek", "Resolutionrate", "Humanhandoffs");
    }

    private void assertFigure(Row row, int column, Metric metric, Point point) {
        Double value = point.figure().value();
        if (value == null) {
            assertThat(row.getCellText(column)).isEqualTo("–");
            return;
        }
        double written = row.getCellAsNumber(column).orElseThrow().doubleValue();
        double scale = switch (metric.formula(point.key()).unit()) {
            case SECONDS -> 86_400;
            default -> 1;
        };
        assertThat(written * scale).isCloseTo(value, within(1e-6));
        if (point.figure().provisional()) {
            assertThat(row.getCellText(row.getCellCount() - 1)).isEqualTo("provisional");
            assertThat(row.getCellAsNumber(row.getCellCount() - 2).orElseThrow().longValue())
                    .isEqualTo(point.figure().pending());
        }
    }

    private int column(Metric metric, String key) {
        Sheet sheet = told.handouts()
                .report(metric, ExportedStory.PAGE, Language.ENGLISH)
                .sheets()
                .get(0);
        MetricTexts texts = MetricTexts.in(Language.ENGLISH.getLocale());
        String heading =
                key == null ? texts.series(metric) : texts.key(metric, key).orElseThrow();
        return sheet.columns().stream().map(Column::heading).toList().indexOf(heading);
    }

    /** The rows under the headings. */
    private List<Row> tableOf(Metric metric) throws IOException {
        Handout handout = told.handouts().report(metric, ExportedStory.PAGE, Language.ENGLISH);
        String heading = handout.sheets().get(0).columns().get(0).heading();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        write(handout, ExportFormat.XLSX, Separator.COMMA, new ExportTexts(Language.ENGLISH, ExportedStory.ZONE), file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            int head = rows.stream()
                    .map(row -> row.getCellCount() == 0 ? "" : row.getCellText(0))
                    .toList()
                    .lastIndexOf(heading);
            return rows.subList(head + 1, rows.size());
        }
    }

    private static String pdf(Handout handout, Language language) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        write(handout, ExportFormat.PDF, Separator.COMMA, new ExportTexts(language, ExportedStory.ZONE), file);
        StringBuilder text = new StringBuilder();
        try (PdfReader reader = new PdfReader(file.toByteArray())) {
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(new PdfTextExtractor(reader).getTextFromPage(page));
            }
        }
        return squeezed(text.toString());
    }

    /** Lines break where there is no more room: without spaces the text is the same. */
    private static String squeezed(String text) {
        return text.replaceAll("[\\s\u00a0\u202f]+", "");
    }

    private static void write(
            Handout handout, ExportFormat format, Separator separator, ExportTexts texts, ByteArrayOutputStream out) {
        try {
            format.write(handout, separator, texts, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
