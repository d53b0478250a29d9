package org.answerloop.export.application;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongPredicate;

import org.answerloop.export.model.ConversationColumns;
import org.answerloop.export.model.RowSink;
import org.answerloop.kernel.PageCursor;
import org.answerloop.report.application.ReportSource.FoundRows;
import org.answerloop.report.application.ReportSource.PagedRow;

/** Writes a list chunk by chunk; no more than one chunk is held at a time, however long the list is. */
final class WriteList {

    private final ConversationColumns columns;
    private final Function<PageCursor, FoundRows> chunks;
    private final LongPredicate goesOn;

    /**
     * @param chunks the rows that come after a place in the list; after null the first ones
     * @param goesOn is told after every chunk how many rows are written, and says whether there is to be another
     */
    WriteList(ConversationColumns columns, Function<PageCursor, FoundRows> chunks, LongPredicate goesOn) {
        this.columns = columns;
        this.chunks = chunks;
        this.goesOn = goesOn;
    }

    /** @return how many rows were written; nothing where it was told to stop */
    OptionalLong into(RowSink sink) throws IOException {
        long written = 0;
        PageCursor position = null;
        sink.head(columns.columns());
        do {
            FoundRows chunk = chunks.apply(position);
            for (PagedRow row : chunk.rows()) {
                sink.add(columns.cells(row.row()));
            }
            written += chunk.rows().size();
            position = chunk.next();
            if (!goesOn.test(written)) {
                return OptionalLong.empty();
            }
        } while (position != null);
        return OptionalLong.of(written);
    }
}
