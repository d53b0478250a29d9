package org.answerloop.export.application;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import org.answerloop.export.model.Cell;
import org.answerloop.export.model.Column;
import org.answerloop.export.model.ConversationColumns;
import org.answerloop.export.model.CsvTable;
import org.answerloop.export.model.ExportFormat;
import org.answerloop.export.model.ExportTexts;
import org.answerloop.export.model.Handout;
import org.answerloop.export.model.ListWish;
import org.answerloop.export.model.PageState;
import org.answerloop.export.model.RowSink;
import org.answerloop.export.model.Separator;
import org.answerloop.export.model.Sheet;
import org.answerloop.export.model.XlsxTable;
import org.answerloop.fixture.MigratedDatabase;
import org.answerloop.report.application.Figures;
import org.answerloop.report.application.ReportSource;
import org.answerloop.report.application.ReportStory;
import org.answerloop.report.infrastructure.ConversationReportSource;
import org.answerloop.report.model.Figure;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.MetricTexts;
import org.answerloop.report.model.Point;
import org.answerloop.report.model.Report;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.settings.Settings;
import org.answerloop.settings.SettingsReader;
import org.answerloop.wording.Language;
import org.dhatim.fastexcel.reader.CellType;
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

    private static final Instant NOW = Instant.parse("2026-11-04T09:41:12.345678Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final String CHANNEL = "=cmd|'/c calc'!A1";
    private static final String AGENT = "@SUM(1+1)*cmd";
    private static final String QUESTION = "+1-1 \"quoted\",\r\n;\tsecond line";
    private static final PageState PAGE =
            PageState.parse("from=2026-09-07&until=2026-11-04&bucket=week&compare=previous");

    private Settings settings;
    private Figures reports;
    private ReportSource source;
    private ReportHandouts handouts;
    private ReportFilter filter;

    @BeforeEach
    void tell() throws SQLException {
        Map<String, String> configured = Map.of("answerloop.reporting.zone", ZONE.getId());
        settings = new SettingsReader(name -> Optional.ofNullable(configured.get(name))).read(Set.of());
        DataSource dataSource = MigratedDatabase.H2.open("exported_" + System.nanoTime());
        new ReportStory(7, ZONE, NOW, 700).write(dataSource);
        change(
                dataSource,
                "update conversation set channel = '" + CHANNEL.replace("'", "''") + "' where channel = 'voice'");
        change(dataSource, "update conversation set agent_name = '" + AGENT + "' where agent_name = 'Aria'");
        change(dataSource, "update conversation set closed_by_name = '-2+3' where closed_by_name = 'Mate 1'");
        change(
                dataSource,
                "update message set text = '" + QUESTION + "' where mod(conversation_id, 3) = 0"
                        + " and author_kind = 'VISITOR'");
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        source = new ConversationReportSource(dataSource, settings);
        reports = new Figures(source, settings, clock);
        handouts = new ReportHandouts(reports, settings, clock);
        filter = handouts.filter(PAGE).filter();
    }

    @ParameterizedTest
    @EnumSource
    void the_numbers_of_a_workbook_are_those_of_the_report(Metric metric) throws IOException {
        Report report = reports.report(metric, filter);
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
        ExportTexts texts = new ExportTexts(Language.FRENCH, ZONE);
        Handout handout = handouts.report(metric, PAGE, Language.FRENCH);
        String pdf = pdf(handout, Language.FRENCH);
        List<CsvRecord> csv =
                csv(Separator.SEMICOLON, out -> write(handout, ExportFormat.CSV, Separator.SEMICOLON, texts, out));
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
        Handout page = handouts.page(PAGE, Language.ENGLISH);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        write(page, ExportFormat.XLSX, Separator.COMMA, new ExportTexts(Language.ENGLISH, ZONE), file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
            assertThat(workbook.getSheets().count()).isEqualTo(Metric.values().length + 1L);
        }
        assertThat(pdf(page, Language.ENGLISH)).contains("Impactthisweek", "Resolutionrate", "Humanhandoffs");
    }

    @ParameterizedTest
    @EnumSource(
            value = Metric.class,
            names = {"HANDLED", "RESOLUTION_RATE", "FEEDBACK", "TEAM_RESOLVED"})
    void a_list_has_a_row_for_each_conversation_that_the_figure_counts(Metric metric) throws IOException {
        ExportTexts texts = new ExportTexts(Language.ENGLISH, ZONE);
        Figure total = reports.report(metric, filter).total();
        long counted = total.denominator() == null ? Math.round(total.value()) : total.denominator();
        List<CsvRecord> rows = csv(Separator.COMMA, out -> list(metric, csvTable(out, texts)));
        assertThat(rows).hasSize((int) counted + 1);
        assertThat(rows).allSatisfy(row -> assertThat(row.getFieldCount()).isEqualTo(9));
        assertThat(rows)
                .extracting(row -> row.getField(4))
                .contains("'" + CHANNEL)
                .doesNotContain(CHANNEL);
        assertThat(rows).extracting(row -> row.getField(6)).contains("'" + AGENT);
        assertThat(rows).extracting(row -> row.getField(8)).contains("'" + QUESTION);
    }

    @Test
    void a_list_in_a_workbook_holds_the_same_rows_as_text_and_moments() throws IOException {
        ExportTexts texts = new ExportTexts(Language.ENGLISH, ZONE);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        list(Metric.HANDLED, new XlsxTable(file, "Conversations", texts));
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            Double handled = reports.report(Metric.HANDLED, filter).total().value();
            assertThat(rows).hasSize(handled.intValue() + 1);
            assertThat(rows.stream().skip(1)).allSatisfy(row -> {
                assertThat(row.getCell(2).getType()).isEqualTo(CellType.NUMBER);
                assertThat(row.getCell(4).getFormula()).isNull();
            });
            assertThat(rows).extracting(row -> row.getCellText(4)).contains(CHANNEL);
            assertThat(rows).extracting(row -> row.getCellText(6)).contains(AGENT);
        }
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
        Sheet sheet = handouts.report(metric, PAGE, Language.ENGLISH).sheets().get(0);
        MetricTexts texts = MetricTexts.in(Language.ENGLISH.getLocale());
        String heading =
                key == null ? texts.series(metric) : texts.key(metric, key).orElseThrow();
        return sheet.columns().stream().map(Column::heading).toList().indexOf(heading);
    }

    /** The rows under the headings. */
    private List<Row> tableOf(Metric metric) throws IOException {
        Handout handout = handouts.report(metric, PAGE, Language.ENGLISH);
        String heading = handout.sheets().get(0).columns().get(0).heading();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        write(handout, ExportFormat.XLSX, Separator.COMMA, new ExportTexts(Language.ENGLISH, ZONE), file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            int head = rows.stream()
                    .map(row -> row.getCellCount() == 0 ? "" : row.getCellText(0))
                    .toList()
                    .lastIndexOf(heading);
            return rows.subList(head + 1, rows.size());
        }
    }

    private void list(Metric metric, RowSink sink) {
        ExportTexts texts = new ExportTexts(Language.ENGLISH, ZONE);
        ListedConversations conversations = new ListedConversations(source, settings);
        ListWish wish = new ListWish(metric, filter, null, null, null);
        try (sink) {
            new WriteList(new ConversationColumns(texts), after -> conversations.after(wish, after), rows -> true)
                    .into(sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RowSink csvTable(ByteArrayOutputStream out, ExportTexts texts) {
        try {
            return new CsvTable(out, Separator.COMMA, texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<CsvRecord> csv(Separator separator, Consumer<ByteArrayOutputStream> writing)
            throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        writing.accept(file);
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator.character())
                .detectBomHeader(true)
                .ofCsvRecord(new ByteArrayInputStream(file.toByteArray()))) {
            return reader.stream().toList();
        }
    }

    private static String pdf(Handout handout, Language language) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        write(handout, ExportFormat.PDF, Separator.COMMA, new ExportTexts(language, ZONE), file);
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

    private static void change(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
