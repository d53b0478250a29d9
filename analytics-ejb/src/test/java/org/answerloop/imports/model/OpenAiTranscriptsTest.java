package org.answerloop.imports.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.answerloop.event.model.EventDetails.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.answerloop.imports.model.Transcripts.BREAD;
import static org.answerloop.imports.model.Transcripts.FIRST;
import static org.answerloop.imports.model.Transcripts.actions;
import static org.answerloop.imports.model.Transcripts.bytes;
import static org.answerloop.imports.model.Transcripts.call;
import static org.answerloop.imports.model.Transcripts.events;
import static org.answerloop.imports.model.Transcripts.only;
import static org.answerloop.imports.model.Transcripts.read;
import static org.answerloop.imports.model.Transcripts.said;
import static org.answerloop.imports.model.Transcripts.texts;
import static org.answerloop.imports.model.Transcripts.times;
import static org.assertj.core.api.Assertions.assertThat;

/** Conversations are read in whichever of its shapes they come. */
class OpenAiTranscriptsTest {

    @Test
    void aConversationBecomesItsStartItsMessagesAndTheActionsOfTheNextReply() {
        ImportedConversation bread = only(read(BREAD));
        assertThat(bread.id()).isEqualTo("transcript-0");
        assertThat(bread.problems()).isEmpty();
        List<JsonNode> events = events(bread);
        assertThat(events)
                .extracting(e -> e.path("type").asText())
                .containsExactly("conversation.started", "message.posted", "message.posted");
        assertThat(events).extracting(e -> e.path("subject").asText()).containsOnly("transcript-0");
        assertThat(events).extracting(e -> e.path("source").asText()).containsOnly("bakery");
        assertThat(events.get(1).at("/data/author/kind").asText()).isEqualTo("visitor");
        assertThat(events.get(2).at("/data/author/kind").asText()).isEqualTo("customer_agent");
        assertThat(events.get(2).at("/data/text").asText()).isEqualTo("Yes, two loaves are left.");
        assertThat(actions(bread)).containsExactly("look_at_shelf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[%s]", "%s", "%s\n\n%1$s\n", "\uFEFF[%s, %1$s]", " \n [%s]"})
    void anArrayAndLinesOfConversationsAreReadAlike(String file) {
        assertThat(read(file.formatted(BREAD)))
                .isNotEmpty()
                .allMatch(ImportedConversation::isReadable)
                .allSatisfy(c -> assertThat(actions(c)).containsExactly("look_at_shelf"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"traj\": %s}", "%s", "[%s, %1$s]", "[{\"messages\": %s}]", "%s\n%1$s"})
    void messagesStandInEitherMemberOrBare(String file) {
        String messages =
                "[{\"role\": \"user\", \"content\": \"Hi\"}, {\"role\": \"assistant\", \"content\": \"Hello\"}]";
        assertThat(read(file.formatted(messages)))
                .isNotEmpty()
                .allSatisfy(c -> assertThat(texts(c)).containsExactly("Hi", "Hello"));
    }

    @Test
    void anotherMemberMayHoldTheMessages() {
        TranscriptOptions options = new TranscriptOptions(
                "s",
                "p-",
                "email",
                "fr",
                new Person("a", "Ada"),
                FIRST,
                Duration.ofMinutes(1),
                Duration.ofHours(1),
                "pass_on",
                List.of("dialogue"));
        List<ImportedConversation> read = read(
                "{\"dialogue\": [{\"role\": \"assistant\", \"content\": \"Bonjour\", \"tool_calls\": [%s]}]}"
                        .formatted(call("pass_on", "")),
                options);
        List<JsonNode> events = events(only(read));
        assertThat(only(read).id()).isEqualTo("p-0");
        assertThat(events.get(0).at("/data/channel").asText()).isEqualTo("email");
        assertThat(events.get(0).at("/data/language").asText()).isEqualTo("fr");
        assertThat(events.get(0).at("/data/customerAgent/name").asText()).isEqualTo("Ada");
        assertThat(events.get(2).path("type").asText()).isEqualTo("handoff.made");
    }

    @Test
    void contentMayBeParts() {
        ImportedConversation conversation = only(read("""
                [[{"role": "user", "content": [{"type": "text", "text": "What is"},
                   {"type": "image_url", "image_url": {"url": "x"}}, {"type": "text", "text": "this?"}]},
                  {"role": "user", "content": [{"type": "image_url", "image_url": {"url": "x"}}]}]]"""));
        assertThat(texts(conversation)).containsExactly("What is\nthis?", "");
    }

    @Test
    void withoutTimesMessagesFollowInStepsAndConversationsInTheSpread() {
        List<ImportedConversation> read = read("[%s, %s]".formatted(BREAD, BREAD));
        assertThat(times(read.get(0))).containsExactly(FIRST, FIRST.plusSeconds(20), FIRST.plusSeconds(80));
        assertThat(times(read.get(1))).first().isEqualTo(FIRST.plusSeconds(300));
    }

    @Test
    void timesThatAreThereCountAndTheOthersLieBetween() {
        ImportedConversation conversation = only(read("""
                [[{"role": "user", "content": "a"},
                  {"role": "assistant", "content": "b", "timestamp": 1767225600.5},
                  {"role": "user", "content": "c"},
                  {"role": "assistant", "content": "d", "created_at": "2026-01-01T02:00:00+01:00"}]]"""));
        Instant stated = Instant.parse("2026-01-01T00:00:00.500Z");
        assertThat(times(conversation))
                .containsExactly(
                        stated.minusSeconds(20),
                        stated.minusSeconds(20),
                        stated,
                        stated.plusSeconds(20),
                        Instant.parse("2026-01-01T01:00:00Z"));
    }

    @Test
    void aConversationMayCarryItsIdAndItsBeginning() {
        ImportedConversation conversation = only(read(
                "{\"id\": 4711, \"created_at\": 1767225600, \"messages\": [%s]}".formatted(said("user", "Hi")),
                TranscriptOptions.of("bakery", null)));
        assertThat(conversation.id()).isEqualTo("4711");
        assertThat(times(conversation)).containsOnly(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void theSameFileYieldsTheSameEventsAndEveryEventItsOwnId() {
        String file = "[%s, %s]".formatted(BREAD, BREAD);
        assertThat(bytes(read(file))).isEqualTo(bytes(read(file)));
        assertThat(read(file).stream()
                        .flatMap(c -> events(c).stream())
                        .map(e -> e.path("id").asText()))
                .doesNotHaveDuplicates();
    }
}
