package org.answerloop.imports.model;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;

import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.Problem;
import org.answerloop.kernel.Fingerprint;

/**
 * Reads a table in which each row is a message or another event of a conversation. Where the first message of a
 * conversation comes without a start before it, its row is the start too. The same file with the same options yields the
 * same events, so importing it again changes nothing.
 */
final class CsvRows implements ImportReader {

    private final FileCursor file;
    private final CsvHeader header;
    private final CsvRecords records;
    private final CsvConversion conversion;
    private boolean headerIsNews;
    private long index;
    /** The conversation of the row before, as a fingerprint; empty before the first. */
    private String conversation;

    CsvRows(SeekableByteChannel channel, Checkpoint from, CsvOptions options) throws IOException {
        file = new FileCursor(channel);
        header = CsvHeader.read(file, options.separator());
        records = new CsvRecords(file, header.separator(), ITEM_BYTES);
        conversion = new CsvConversion(options);
        headerIsNews = from.position() == 0 && !header.unknown().isEmpty();
        if (from.position() > 0) {
            file.seek(from.position(), from.line());
        }
        index = from.index();
        conversation = from.context();
    }

    @Override
    public Optional<ImportItem> next() throws IOException {
        if (headerIsNews) {
            headerIsNews = false;
            return Optional.of(new ImportItem(1, List.of(), List.of(unknownColumns()), true, here()));
        }
        Optional<CsvRecords.Row> row = records.next();
        if (row.isEmpty()) {
            return Optional.empty();
        }
        index++;
        return Optional.of(item(row.get()));
    }

    private ImportItem item(CsvRecords.Row row) {
        if (row.problem() != null) {
            return ImportItem.unreadable(row.line(), row.problem(), here());
        }
        try {
            CsvRow values = new CsvRow(header.places(), row.fields());
            String of = Fingerprint.of(values.required(CsvColumn.CONVERSATION));
            String type = CsvConversion.type(values);
            List<EventDocument> events =
                    conversion.events(values, type.equals(CsvConversion.MESSAGE) && !of.equals(conversation));
            if (type.equals(CsvConversion.MESSAGE) || type.equals(CsvConversion.START)) {
                conversation = of;
            }
            return new ImportItem(row.line(), events, List.of(), true, here());
        } catch (UnreadableItemException e) {
            return ImportItem.unreadable(row.line(), e.problem(), here());
        }
    }

    private Checkpoint here() {
        return new Checkpoint(file.position(), file.line(), index, conversation);
    }

    private Problem unknownColumns() {
        return new Problem(
                "unknown-column",
                "",
                "Columns that mean nothing here are passed over: " + String.join(", ", header.unknown()) + ".");
    }
}
