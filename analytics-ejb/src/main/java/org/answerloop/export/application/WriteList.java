package org.answerloop.export.application;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongPredicate;

import org.answerloop.export.model.ConversationColumns;
import org.answerloop.export.model.RowSink;
import org.answerloop.report.application.ReportSource.PagedRow;

/** Writes a list chunk by chunk; no more than one chunk is held at a time, however long the list is. */
final class WriteList {

    private final ConversationColumns columns;
    private final Function<PagedRow, List<PagedRow>> chunks;
    private final LongPredicate goesOn;

    /**
     * @param chunks the rows that come after one; after null the first ones; no rows where there are no more
     * @param goesOn is told after every chunk how many rows are written, and says whether there is to be another
     */
    WriteList(ConversationColumns columns, Function<PagedRow, List<PagedRow>> chunks, LongPredicate goesOn) {
        this.columns = columns;
        this.chunks = chunks;
        this.goesOn = goesOn;
    }

    /** @return how many rows were written; nothing where it was told to stop */
    OptionalLong into(RowSink sink) throws IOException {
        long written = 0;
        sink.head(columns.columns());
        for (List<PagedRow> chunk = chunks.apply(null);
                !chunk.isEmpty();
                chunk = chunks.apply(chunk.get(chunk.size() - 1))) {
            for (PagedRow row : chunk) {
                sink.add(columns.cells(row.row()));
            }
            written += chunk.size();
            if (!goesOn.test(written)) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.of(written);
    }
}
