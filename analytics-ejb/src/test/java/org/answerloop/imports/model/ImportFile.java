package org.answerloop.imports.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.answerloop.event.model.Problem;
import org.answerloop.fixture.MemoryChannel;

/** A file as a test has it, and what is read from it. */
record ImportFile(ImportFormat format, byte[] content, ImportOptions options) {

    private static final JsonMapper JSON = new JsonMapper();

    static ImportFile csv(String content, String... options) {
        return of(ImportFormat.CSV, content, options).with("source", "desk");
    }

    static ImportFile of(ImportFormat format, String content, String... options) {
        ImportFile file = new ImportFile(format, content.getBytes(StandardCharsets.UTF_8), ImportOptions.of(Map.of()));
        for (int i = 0; i < options.length; i += 2) {
            file = file.with(options[i], options[i + 1]);
        }
        return file;
    }

    ImportFile with(String option, String value) {
        return new ImportFile(format, content, options.withDefault(option, value));
    }

    ImportFile with(byte[] other) {
        return new ImportFile(format, other, options);
    }

    List<ImportItem> items() {
        return items(Checkpoint.START);
    }

    List<ImportItem> items(Checkpoint from) {
        try {
            ImportReader reader = format.reader(MemoryChannel.of(content), from, options);
            List<ImportItem> items = new ArrayList<>();
            for (Optional<ImportItem> item = reader.next(); item.isPresent(); item = reader.next()) {
                items.add(item.get());
            }
            return items;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> events() {
        return items().stream().flatMap(item -> events(item).stream()).toList();
    }

    List<Problem> problems() {
        return items().stream().flatMap(item -> item.problems().stream()).toList();
    }

    static List<JsonNode> events(ImportItem item) {
        return item.events().stream().map(event -> parsed(event.json())).toList();
    }

    /** What the items say, to be compared. */
    static List<String> said(List<ImportItem> items) {
        return items.stream()
                .map(item -> item.line() + " " + texts(item) + item.problems() + item.next())
                .toList();
    }

    private static List<String> texts(ImportItem item) {
        return item.events().stream()
                .map(event -> new String(event.json(), StandardCharsets.UTF_8))
                .toList();
    }

    private static JsonNode parsed(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
