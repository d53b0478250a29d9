package org.answerloop.imports.model;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventReader;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

/** The importer on a hundred conversations that nobody here wrote, against a count of the file that knows nothing of it. */
class RealTranscriptsTest {

    private static final String FILE = "shared/data/airline-agent-transcripts.json";
    private static final String HANDOFF_TOOL = "transfer_to_human_agents";
    private static final Instant FIRST = Instant.parse("2026-01-05T08:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void everyReplyActionAndHandoffOfTheFileIsInTheEvents() throws IOException {
        Path file = file();
        JsonNode conversations = JSON.readTree(file.toFile());
        List<ImportedConversation> imported = read(file);

        assertThat(imported).hasSize(conversations.size());
        for (int i = 0; i < imported.size(); i++) {
            List<JsonNode> events = events(imported.get(i));
            JsonNode messages = conversations.get(i).path("traj");
            assertThat(imported.get(i).problems()).isEmpty();
            assertThat(messages(events, "visitor"))
                    .as("visitor messages of %d", i)
                    .isEqualTo(users(messages));
            assertThat(messages(events, "customer_agent"))
                    .as("replies of %d", i)
                    .isEqualTo(replies(messages));
            assertThat(actions(events)).as("actions of %d", i).isEqualTo(calls(messages, false));
            assertThat(handoffs(events)).as("handoffs of %d", i).isEqualTo(calls(messages, true));
        }
    }

    @Test
    void theIntakeFindsNothingWrongWithThem() throws IOException {
        Path file = file();
        EventReader reader = new EventReader(FIRST.plusSeconds(86_400), Period.ofYears(10));
        assertThat(read(file).stream().flatMap(c -> c.events().stream()).map(reader::read))
                .isNotEmpty()
                .allMatch(reading -> reading.isAcceptable());
    }

    private static Path file() {
        Optional<Path> file = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve(FILE))
                .filter(Files::isReadable)
                .findFirst();
        if (file.isEmpty()) {
            String reason = "Skipped: " + FILE + " does not lie beside this repository.";
            System.getLogger(RealTranscriptsTest.class.getName()).log(System.Logger.Level.INFO, reason);
            abort(reason);
        }
        return file.orElseThrow();
    }

    private static List<ImportedConversation> read(Path file) throws IOException {
        List<ImportedConversation> read = new ArrayList<>();
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            OpenAiTranscripts transcripts =
                    new OpenAiTranscripts(channel, Checkpoint.START, TranscriptOptions.of("airline", FIRST));
            Optional<ImportedConversation> next = transcripts.nextConversation();
            while (next.isPresent()) {
                read.add(next.get());
                next = transcripts.nextConversation();
            }
        }
        return read;
    }

    private static List<JsonNode> events(ImportedConversation conversation) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        for (EventDocument event : conversation.events()) {
            events.add(JSON.readTree(event.json()));
        }
        return events;
    }

    private static long messages(List<JsonNode> events, String author) {
        return events.stream()
                .filter(e -> e.at("/data/author/kind").asText().equals(author))
                .count();
    }

    private static long actions(List<JsonNode> events) {
        return events.stream().mapToLong(e -> e.at("/data/actions").size()).sum();
    }

    private static long handoffs(List<JsonNode> events) {
        return events.stream()
                .filter(e -> e.path("type").asText().equals("handoff.made"))
                .count();
    }

    private static long users(JsonNode messages) {
        long users = 0;
        for (JsonNode message : messages) {
            users += message.path("role").asText().equals("user") ? 1 : 0;
        }
        return users;
    }

    private static long replies(JsonNode messages) {
        long replies = 0;
        for (JsonNode message : messages) {
            boolean speaks = !message.path("content").asText("").isBlank();
            replies += message.path("role").asText().equals("assistant") && speaks ? 1 : 0;
        }
        return replies;
    }

    private static long calls(JsonNode messages, boolean handoffs) {
        long calls = 0;
        for (JsonNode message : messages) {
            for (JsonNode call : message.path("tool_calls")) {
                calls += call.at("/function/name").asText().equals(HANDOFF_TOOL) == handoffs ? 1 : 0;
            }
        }
        return calls;
    }
}
