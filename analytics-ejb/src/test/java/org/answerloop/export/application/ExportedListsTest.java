package org.answerloop.export.application;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvRecord;
import org.answerloop.export.model.ConversationColumns;
import org.answerloop.export.model.CsvTable;
import org.answerloop.export.model.ExportTexts;
import org.answerloop.export.model.ListWish;
import org.answerloop.export.model.RowSink;
import org.answerloop.export.model.Separator;
import org.answerloop.export.model.XlsxTable;
import org.answerloop.report.model.Figure;
import org.answerloop.report.model.Metric;
import org.answerloop.wording.Language;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A list in a file has the conversations that its figure counts, and no formula. */
class ExportedListsTest {

    private ExportedStory told;

    @BeforeEach
    void tell() throws SQLException {
        told = ExportedStory.tell();
    }

    @ParameterizedTest
    @EnumSource(
            value = Metric.class,
            names = {"HANDLED", "RESOLUTION_RATE", "FEEDBACK", "TEAM_RESOLVED"})
    void a_list_has_a_row_for_each_conversation_that_the_figure_counts(Metric metric) throws IOException {
        ExportTexts texts = new ExportTexts(Language.ENGLISH, ExportedStory.ZONE);
        Figure total = told.reports().report(metric, told.filter()).total();
        long counted = total.denominator() == null ? Math.round(total.value()) : total.denominator();
        List<CsvRecord> rows = ExportedStory.csv(Separator.COMMA, out -> list(metric, csvTable(out, texts)));
        assertThat(rows).hasSize((int) counted + 1);
        assertThat(rows).allSatisfy(row -> assertThat(row.getFieldCount()).isEqualTo(9));
        assertThat(rows)
                .extracting(row -> row.getField(4))
                .contains("'" + ExportedStory.CHANNEL)
                .doesNotContain(ExportedStory.CHANNEL);
        assertThat(rows).extracting(row -> row.getField(6)).contains("'" + ExportedStory.AGENT);
        assertThat(rows).extracting(row -> row.getField(8)).contains("'" + ExportedStory.QUESTION);
    }

    @Test
    void a_list_in_a_workbook_holds_the_same_rows_as_text_and_moments() throws IOException {
        ExportTexts texts = new ExportTexts(Language.ENGLISH, ExportedStory.ZONE);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        list(Metric.HANDLED, new XlsxTable(file, "Conversations", texts));
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            Double handled =
                    told.reports().report(Metric.HANDLED, told.filter()).total().value();
            assertThat(rows).hasSize(handled.intValue() + 1);
            assertThat(rows.stream().skip(1)).allSatisfy(row -> {
                assertThat(row.getCell(2).getType()).isEqualTo(CellType.NUMBER);
                assertThat(row.getCell(4).getFormula()).isNull();
            });
            assertThat(rows).extracting(row -> row.getCellText(4)).contains(ExportedStory.CHANNEL);
            assertThat(rows).extracting(row -> row.getCellText(6)).contains(ExportedStory.AGENT);
        }
    }

    private void list(Metric metric, RowSink sink) {
        ExportTexts texts = new ExportTexts(Language.ENGLISH, ExportedStory.ZONE);
        ListedConversations conversations = new ListedConversations(told.source(), told.settings());
        ListWish wish = new ListWish(metric, told.filter(), null, null, null);
        try (sink;
                ListedConversations.Listing listing = conversations.list(wish)) {
            new WriteList(new ConversationColumns(texts), listing::after, rows -> true).into(sink);
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
}
