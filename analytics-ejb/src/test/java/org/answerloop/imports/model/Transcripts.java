package org.answerloop.imports.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.answerloop.event.model.EventDocument;
import org.answerloop.fixture.MemoryChannel;

import static org.assertj.core.api.Assertions.assertThat;

/** Files of OpenAI transcripts as the tests write them, and what is read from them. */
final class Transcripts {

    static final Instant FIRST = Instant.parse("2026-03-02T09:00:00Z");
    static final TranscriptOptions OPTIONS = TranscriptOptions.of("bakery", FIRST);
    static final JsonMapper JSON = new JsonMapper();

    static final String BREAD = """
            {"messages": [
              {"role": "system", "content": "Be kind."},
              {"role": "user", "content": "Is there rye bread today?"},
              {"role": "assistant", "content": null, "tool_calls": [
                {"id": "1", "type": "function", "function": {"name": "look_at_shelf", "arguments": "{}"}}]},
              {"role": "tool", "tool_call_id": "1", "content": "yes"},
              {"role": "assistant", "content": "Yes, two loaves are left."}]}
            """.replace("\n", " ");

    private Transcripts() {}

    static List<ImportedConversation> read(String file) {
        return read(file, OPTIONS);
    }

    static List<ImportedConversation> read(String file, TranscriptOptions options) {
        List<ImportedConversation> read = new ArrayList<>();
        try {
            OpenAiTranscripts transcripts = new OpenAiTranscripts(MemoryChannel.of(file), Checkpoint.START, options);
            Optional<ImportedConversation> next = transcripts.nextConversation();
            while (next.isPresent()) {
                read.add(next.get());
                next = transcripts.nextConversation();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    static ImportedConversation only(List<ImportedConversation> read) {
        assertThat(read).hasSize(1);
        return read.get(0);
    }

    static String said(String role, String text) {
        return "{\"role\": \"%s\", \"content\": \"%s\"}".formatted(role, text);
    }

    static String called(String call) {
        return "{\"role\": \"assistant\", \"content\": null, \"tool_calls\": [%s]}".formatted(call);
    }

    static String call(String name, String arguments) {
        return "{\"type\": \"function\", \"function\": {\"name\": \"%s\", \"arguments\": \"%s\"}}"
                .formatted(name, arguments);
    }

    static List<JsonNode> events(ImportedConversation conversation) {
        return conversation.events().stream().map(Transcripts::parsed).toList();
    }

    static JsonNode parsed(EventDocument event) {
        try {
            return JSON.readTree(event.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> texts(ImportedConversation conversation) {
        return events(conversation).stream()
                .filter(e -> e.at("/data").has("text"))
                .map(e -> e.at("/data/text").asText())
                .toList();
    }

    static List<String> actions(ImportedConversation conversation) {
        return events(conversation).stream()
                .flatMap(e -> e.at("/data/actions").findValuesAsText("name").stream())
                .toList();
    }

    static List<Instant> times(ImportedConversation conversation) {
        return events(conversation).stream()
                .map(e -> Instant.parse(e.path("time").asText()))
                .toList();
    }

    static List<String> bytes(List<ImportedConversation> read) {
        return read.stream()
                .flatMap(c -> c.events().stream())
                .map(event -> new String(event.json(), StandardCharsets.UTF_8))
                .toList();
    }
}
