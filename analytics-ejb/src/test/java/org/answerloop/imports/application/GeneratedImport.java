package org.answerloop.imports.application;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventResult;
import org.answerloop.fixture.MemoryChannel;
import org.answerloop.imports.model.Checkpoint;
import org.answerloop.imports.model.ImportFormat;
import org.answerloop.imports.model.ImportOptions;
import org.answerloop.imports.model.ImportReader;

/** A program that imports a generated file of the size in its second argument, in a heap as small as it is started with. */
final class GeneratedImport {

    private static final String TEXT = "Where is my parcel? It was to come yesterday. ".repeat(10);

    private GeneratedImport() {}

    /** @param args the format, and how many bytes the file has at least */
    public static void main(String[] args) throws IOException {
        ImportFormat format = ImportFormat.labelled(args[0]);
        long bytes = Long.parseLong(args[1]);
        AtomicLong events = new AtomicLong();
        AtomicLong position = new AtomicLong();
        ImportRun run = new ImportRun(
                documents -> {
                    events.addAndGet(documents.size());
                    return accepted(documents);
                },
                chunk -> {
                    position.set(chunk.reached().position());
                    return true;
                });
        boolean done = run.run(reader(format, bytes));
        System.getLogger("import")
                .log(
                        System.Logger.Level.INFO,
                        "{0}: {1} events of {2} bytes in a heap of {3} bytes",
                        format.label(),
                        events,
                        position,
                        Runtime.getRuntime().maxMemory());
        if (!done || position.get() < bytes || events.get() < bytes / (10L * TEXT.length())) {
            throw new IllegalStateException("Only " + position + " of " + bytes + " bytes were taken");
        }
    }

    private static ImportReader reader(ImportFormat format, long bytes) throws IOException {
        Map<String, String> options = Map.of("source", "s", "firstTime", "2026-01-31T09:30:00Z");
        return switch (format) {
            case EVENTS -> open(format, "{\"id\": \"e\", \"data\": \"" + TEXT + "\"}\n", bytes, Map.of());
            case CSV ->
                open(
                        format,
                        "conversation,time,author,text\nc,2026-01-31T09:30:00Z,visitor,\"" + TEXT + "\"\n",
                        bytes,
                        Map.of("source", "s"));
            case OPENAI_CHAT ->
                open(
                        format,
                        "[{\"messages\": [{\"role\": \"user\", \"content\": \"" + TEXT + "\"}]}]\n",
                        bytes,
                        options);
        };
    }

    private static ImportReader open(ImportFormat format, String pattern, long bytes, Map<String, String> options)
            throws IOException {
        byte[] content = pattern.getBytes(StandardCharsets.UTF_8);
        MemoryChannel file = MemoryChannel.repeating(content, bytes / content.length + 1);
        return format.reader(file, Checkpoint.START, ImportOptions.of(options));
    }

    private static List<EventResult> accepted(List<EventDocument> documents) {
        return documents.stream()
                .map(document -> EventResult.accepted("e", false))
                .toList();
    }
}
