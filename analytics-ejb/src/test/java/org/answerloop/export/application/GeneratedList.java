package org.answerloop.export.application;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;

import org.answerloop.conversation.model.ConversationState;
import org.answerloop.export.model.ConversationColumns;
import org.answerloop.export.model.CsvTable;
import org.answerloop.export.model.ExportTexts;
import org.answerloop.export.model.RowSink;
import org.answerloop.export.model.Separator;
import org.answerloop.export.model.XlsxTable;
import org.answerloop.kernel.PageCursor;
import org.answerloop.report.application.ReportSource.FoundRows;
import org.answerloop.report.application.ReportSource.PagedRow;
import org.answerloop.report.model.ConversationRow;
import org.answerloop.wording.Language;

/** Writes a list of invented conversations, no two alike, to nowhere. */
final class GeneratedList {

    private static final int CHUNK = 2_000;
    private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");

    private GeneratedList() {}

    public static void main(String[] arguments) throws IOException {
        long rows = Long.parseLong(arguments[1]);
        ExportTexts texts = new ExportTexts(Language.ENGLISH, ZoneId.of("Europe/Paris"));
        OutputStream out = OutputStream.nullOutputStream();
        WriteList list = new WriteList(new ConversationColumns(texts), last -> after(last, rows), written -> true);
        try (RowSink sink = arguments[0].equals("CSV")
                ? new CsvTable(out, Separator.COMMA, texts)
                : new XlsxTable(out, "Conversations", texts)) {
            System.out.println(list.into(sink).orElseThrow() + " rows");
        }
    }

    private static FoundRows after(PageCursor last, long rows) {
        long from = last == null ? 1 : last.number() + 1;
        List<PagedRow> chunk = LongStream.range(from, Math.min(from + CHUNK, rows + 1))
                .mapToObj(GeneratedList::row)
                .toList();
        return new FoundRows(
                chunk, chunk.size() < CHUNK ? null : chunk.get(CHUNK - 1).position());
    }

    private static PagedRow row(long id) {
        Instant began = BEGAN.plusSeconds(id);
        return new PagedRow(
                new ConversationRow(
                        id,
                        "helpdesk",
                        "c-" + id,
                        "chat",
                        "en",
                        "Aria",
                        began,
                        began.plusSeconds(7),
                        ConversationState.RESOLVED,
                        "Question number " + id + ": where is my parcel, and why has nobody told me?",
                        began),
                new PageCursor(began, Long.toString(id)));
    }
}
