package org.answerloop.imports.application;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventResult;
import org.answerloop.imports.model.Checkpoint;
import org.answerloop.imports.model.ImportCounts;
import org.answerloop.imports.model.ImportItem;
import org.answerloop.imports.model.ImportReader;
import org.answerloop.imports.model.LineProblem;

/**
 * Reads a file and sends it in, chunk by chunk, and says after each how far it is. No more than one chunk is held at a
 * time, in events as in bytes.
 */
final class ImportRun {

    /** Where each of them has to be refused alone, they take less time than the lease of an import lasts. */
    private static final int CHUNK_EVENTS = 500;

    private static final long CHUNK_BYTES = 4L * 1_048_576;

    /** A file of nothing but unreadable items makes its progress too. */
    private static final int CHUNK_ITEMS = 5_000;

    private final Function<List<EventDocument>, List<EventResult>> intake;
    private final Predicate<ImportChunk> goesOn;
    private final List<EventDocument> events = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private final List<LineProblem> problems = new ArrayList<>();
    private Checkpoint reached;
    private long bytes;
    private int items;
    private int unreadable;

    /** @param goesOn is told of every chunk after it has been taken in, and says whether there is to be another */
    ImportRun(Function<List<EventDocument>, List<EventResult>> intake, Predicate<ImportChunk> goesOn) {
        this.intake = intake;
        this.goesOn = goesOn;
    }

    /** @return whether the file was read to its end */
    boolean run(ImportReader reader) throws IOException {
        for (Optional<ImportItem> item = reader.next(); item.isPresent(); item = reader.next()) {
            add(item.get());
            if (isFull() && !send()) {
                return false;
            }
        }
        return items == 0 || send();
    }

    private void add(ImportItem item) {
        items++;
        unreadable += item.readable() ? 0 : 1;
        item.problems().forEach(problem -> problems.add(new LineProblem(item.line(), null, problem)));
        for (EventDocument event : item.events()) {
            events.add(event);
            lines.add(item.line());
        }
        bytes += item.bytes();
        reached = item.next();
    }

    private boolean isFull() {
        return events.size() >= CHUNK_EVENTS || bytes >= CHUNK_BYTES || items >= CHUNK_ITEMS;
    }

    private boolean send() {
        ImportCounts counts = new ImportCounts(0, 0, unreadable, 0);
        List<EventResult> results = events.isEmpty() ? List.of() : intake.apply(List.copyOf(events));
        for (int i = 0; i < results.size(); i++) {
            EventResult result = results.get(i);
            counts = counts.plus(count(result));
            if (result.status() == EventResult.Status.REJECTED) {
                problems.add(new LineProblem(lines.get(i), result.id(), result.problem()));
            }
        }
        problems.sort((one, other) -> Long.compare(one.line(), other.line()));
        ImportChunk chunk = new ImportChunk(reached, counts, List.copyOf(problems));
        forget();
        return goesOn.test(chunk);
    }

    private static ImportCounts count(EventResult result) {
        return switch (result.status()) {
            case ACCEPTED -> new ImportCounts(1, 0, 0, result.late() ? 1 : 0);
            case DUPLICATE -> new ImportCounts(0, 1, 0, 0);
            case REJECTED -> new ImportCounts(0, 0, 1, 0);
        };
    }

    private void forget() {
        events.clear();
        lines.clear();
        problems.clear();
        bytes = 0;
        items = 0;
        unreadable = 0;
    }
}
