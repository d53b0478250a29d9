package org.answerloop.imports.model;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;

import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.Problem;

/** Reads events as the contract has them, one a line; empty lines are passed over. What a line says is looked at by the intake. */
final class EventLines implements ImportReader {

    private final FileCursor file;
    private long index;

    EventLines(SeekableByteChannel channel, Checkpoint from) throws IOException {
        file = new FileCursor(channel);
        if (from.position() == 0) {
            Encoding.passMark(file);
        } else {
            file.seek(from.position(), from.line());
        }
        index = from.index();
    }

    @Override
    public Optional<ImportItem> next() throws IOException {
        while (!file.isAtEnd()) {
            long line = file.line();
            byte[] bytes = file.line(ITEM_BYTES);
            if (bytes == null) {
                index++;
                return Optional.of(ImportItem.unreadable(
                        line,
                        new Problem(
                                "too-large",
                                "",
                                "The line has more than " + ITEM_BYTES / 1_048_576
                                        + " MiB; an event stands on one line and has at most 1 MiB."),
                        here()));
            }
            if (!isBlank(bytes)) {
                index++;
                return Optional.of(new ImportItem(line, List.of(new EventDocument(bytes)), List.of(), true, here()));
            }
        }
        return Optional.empty();
    }

    private Checkpoint here() {
        return new Checkpoint(file.position(), file.line(), index, "");
    }

    static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b > ' ' || b < 0) {
                return false;
            }
        }
        return true;
    }
}
