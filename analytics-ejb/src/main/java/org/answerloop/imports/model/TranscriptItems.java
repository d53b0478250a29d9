package org.answerloop.imports.model;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.answerloop.event.model.Problem;

/**
 * Cuts a file into its conversations: one a line, or the elements of an array. A broken line or element costs only
 * itself; where an array does not end, what comes after the break cannot be told apart.
 */
final class TranscriptItems {

    /** Values of one conversation: more would take a multiple of its bytes in memory. */
    private static final int TOKENS = 500_000;

    private static final int DEPTH = 100;

    private static final ObjectReader JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxTokenCount(TOKENS)
                            .maxStringLength(ImportReader.ITEM_BYTES)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    /** What a checkpoint remembers: how the file is built, and whether an array is open. */
    private enum Layout {
        UNKNOWN(""),
        LINES("lines"),
        VALUES("values"),
        ARRAY("array");

        private final String context;

        Layout(String context) {
            this.context = context;
        }

        static Layout of(String context) {
            for (Layout layout : values()) {
                if (layout.context.equals(context)) {
                    return layout;
                }
            }
            throw new IllegalArgumentException(context);
        }
    }

    /**
     * One conversation, or the reason why there is none.
     *
     * @param json null where there is a problem
     */
    record Part(long line, int index, JsonNode json, Problem problem) {}

    private final FileCursor file;
    private final List<String> messageMembers;
    private Layout layout;
    private int index;

    TranscriptItems(FileCursor file, Checkpoint from, List<String> messageMembers) throws IOException {
        this.file = file;
        this.messageMembers = messageMembers;
        this.index = Math.toIntExact(from.index());
        this.layout = Layout.of(from.context());
        if (layout == Layout.UNKNOWN) {
            Encoding.passMark(file);
            file.skipBlanks();
            layout = file.peek() == '[' ? Layout.VALUES : Layout.LINES;
        } else {
            file.seek(from.position(), from.line());
        }
    }

    Optional<Part> next() throws IOException {
        return layout == Layout.LINES ? nextLine() : nextValue();
    }

    Checkpoint here() {
        return new Checkpoint(file.position(), file.line(), index, layout.context);
    }

    private Optional<Part> nextLine() throws IOException {
        while (!file.isAtEnd()) {
            long line = file.line();
            byte[] bytes = file.line(ImportReader.ITEM_BYTES);
            if (bytes == null) {
                return Optional.of(broken(line, tooLarge()));
            }
            if (!EventLines.isBlank(bytes)) {
                return Optional.of(parsed(line, bytes));
            }
        }
        return Optional.empty();
    }

    private Optional<Part> nextValue() throws IOException {
        while (true) {
            file.skipBlanks();
            long line = file.line();
            int first = file.peek();
            if (first < 0) {
                boolean endsEarly = layout == Layout.ARRAY;
                layout = Layout.VALUES;
                return endsEarly ? Optional.of(broken(line, endsEarly(line))) : Optional.empty();
            }
            if (layout == Layout.VALUES && first == '[') {
                file.read();
                layout = Layout.ARRAY;
                Optional<Part> bare = bareMessages(line);
                if (bare.isPresent()) {
                    return bare;
                }
            } else if (layout == Layout.ARRAY && first == ']') {
                file.read();
                layout = Layout.VALUES;
            } else if (layout == Layout.ARRAY && first == ',') {
                file.read();
            } else {
                return Optional.of(element(line));
            }
        }
    }

    private Part element(long line) throws IOException {
        JsonSlice slice = JsonSlice.next(file, ImportReader.ITEM_BYTES);
        if (slice.endsEarly()) {
            layout = Layout.VALUES;
            return broken(line, endsEarly(line));
        }
        return slice.bytes() == null ? broken(line, tooLarge()) : parsed(line, slice.bytes());
    }

    /** The array that has just begun, where it is one conversation by itself: a bare array of messages. */
    private Optional<Part> bareMessages(long line) throws IOException {
        long from = file.position();
        long fromLine = file.line();
        file.skipBlanks();
        if (file.peek() != '{' || !beginsWithMessage()) {
            file.seek(from, fromLine);
            return Optional.empty();
        }
        file.seek(from, fromLine);
        ArrayNode messages = JsonNodeFactory.instance.arrayNode();
        Problem problem = null;
        int left = ImportReader.ITEM_BYTES;
        layout = Layout.VALUES;
        for (file.skipBlanks(); file.peek() != ']'; file.skipBlanks()) {
            if (file.peek() == ',') {
                file.read();
                continue;
            }
            JsonSlice slice = file.isAtEnd() ? JsonSlice.END : JsonSlice.next(file, Math.max(1, left));
            if (slice.endsEarly()) {
                return Optional.of(broken(line, endsEarly(line)));
            }
            left -= slice.bytes() == null ? left : slice.bytes().length;
            if (slice.bytes() == null || left <= 0 || messages.size() >= TOKENS / 10) {
                problem = tooLarge();
                messages.removeAll();
            }
            if (problem == null) {
                Part message = parsed(line, slice.bytes());
                index--;
                problem = message.problem();
                messages.add(message.json());
            }
        }
        file.read();
        return Optional.of(problem == null ? new Part(line, index++, messages, null) : broken(line, problem));
    }

    private boolean beginsWithMessage() throws IOException {
        JsonSlice slice = JsonSlice.next(file, ImportReader.ITEM_BYTES);
        if (slice.bytes() == null) {
            return false;
        }
        try {
            JsonNode element = JSON.readTree(slice.bytes());
            return element.has("role") && messageMembers.stream().noneMatch(element::has);
        } catch (IOException e) {
            // What it is will be said where it is read as an element.
            return false;
        }
    }

    private Part parsed(long line, byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            return new Part(line, index++, json, null);
        } catch (StreamConstraintsException e) {
            return broken(
                    line,
                    new Problem(
                            "too-large",
                            pointer(),
                            "The conversation nests deeper than " + DEPTH + " levels or holds more than " + TOKENS
                                    + " values."));
        } catch (JsonProcessingException e) {
            long at = line + Math.max(0, e.getLocation().getLineNr() - 1);
            return broken(
                    line,
                    malformed(" (line " + at + ", column " + e.getLocation().getColumnNr() + ")"));
        } catch (IOException e) {
            return broken(line, malformed(" in UTF-8"));
        }
    }

    private Part broken(long line, Problem problem) {
        return new Part(line, index++, null, problem);
    }

    private String pointer() {
        return "/" + index;
    }

    private Problem malformed(String where) {
        return new Problem(
                "malformed-json",
                pointer(),
                "This is no well-formed JSON" + where + "; a conversation stands on one line, or in an array of them.");
    }

    private Problem endsEarly(long line) {
        return new Problem(
                "malformed-json",
                pointer(),
                "The array or the value in line " + line + " is never closed; what comes after it cannot be read.");
    }

    private Problem tooLarge() {
        return new Problem(
                "too-large",
                pointer(),
                "The conversation has more than " + ImportReader.ITEM_BYTES / 1_048_576 + " MiB.");
    }
}
