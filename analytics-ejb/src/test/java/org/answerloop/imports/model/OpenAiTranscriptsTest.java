package org.answerloop.imports.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.answerloop.event.model.EventDetails.Person;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.Problem;
import org.answerloop.fixture.MemoryChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OpenAiTranscriptsTest {

    private static final Instant FIRST = Instant.parse("2026-03-02T09:00:00Z");
    private static final TranscriptOptions OPTIONS = TranscriptOptions.of("bakery", FIRST);
    private static final JsonMapper JSON = new JsonMapper();

    private static final String BREAD = """
            {"messages": [
              {"role": "system", "content": "Be kind."},
              {"role": "user", "content": "Is there rye bread today?"},
              {"role": "assistant", "content": null, "tool_calls": [
                {"id": "1", "type": "function", "function": {"name": "look_at_shelf", "arguments": "{}"}}]},
              {"role": "tool", "tool_call_id": "1", "content": "yes"},
              {"role": "assistant", "content": "Yes, two loaves are left."}]}
            """.replace("\n", " ");

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
    void theHandoffToolIsAHandoffWithItsReasonAndNoAction() {
        ImportedConversation conversation = only(read("[[%s, %s]]"
                .formatted(
                        said("user", "A person please"),
                        called(call("transfer_to_human_agents", "{\\\"summary\\\": \\\"wants a person\\\"}")))));
        JsonNode handoff = events(conversation).get(2);
        assertThat(handoff.path("type").asText()).isEqualTo("handoff.made");
        assertThat(handoff.at("/data/trigger").asText()).isEqualTo("agent");
        assertThat(handoff.at("/data/reason").asText()).isEqualTo("wants a person");
        assertThat(actions(conversation)).isEmpty();
        assertThat(conversation.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[1]", "{\\\"summary\\\": 7}"})
    void aHandoffWhoseArgumentsSayNothingStandsWithoutAReason(String arguments) {
        ImportedConversation conversation = only(read("[[%s, %s]]"
                .formatted(said("user", "A person please"), called(call("transfer_to_human_agents", arguments)))));
        assertThat(events(conversation).get(2).at("/data").has("reason")).isFalse();
    }

    @Test
    void callsWithAReplyInTheSameMessageBelongToIt() {
        ImportedConversation conversation = only(read("""
                [[{"role": "assistant", "content": "One moment", "tool_calls": [%s, %s]},
                  {"role": "assistant", "content": "Done"}]]""".formatted(call("bake", "{}"), call("wrap", "{}"))));
        assertThat(events(conversation).get(1).at("/data/actions")).hasSize(2);
        assertThat(events(conversation).get(2).at("/data").has("actions")).isFalse();
    }

    @Test
    void callsAfterTheLastReplyAreActionsOfIt() {
        ImportedConversation conversation = only(read("[[%s, %s, %s, %s]]"
                .formatted(
                        said("assistant", "First"),
                        said("assistant", "Second"),
                        called(call("bake", "{}")),
                        called(call("wrap", "{}")))));
        assertThat(events(conversation).get(1).at("/data").has("actions")).isFalse();
        assertThat(actions(conversation)).containsExactly("bake", "wrap");
        assertThat(conversation.problems()).isEmpty();
    }

    @Test
    void callsWithoutAnyReplyAreNamedAndTheRestIsTaken() {
        ImportedConversation conversation =
                only(read("[[%s, %s]]".formatted(said("user", "Hello?"), called(call("bake", "{}")))));
        assertThat(texts(conversation)).containsExactly("Hello?");
        assertThat(conversation.problems())
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.detail()).contains("bake").contains("never replied"));
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            7                                                                    | missing-messages   | /1
            {'id': 'x'}                                                          | missing-messages   | /1
            {'messages': 'none'}                                                 | missing-messages   | /1
            {'messages': []}                                                     | empty-conversation | /1/messages
            {'messages': [{'role': 'system', 'content': 'x'}]}                   | empty-conversation | /1/messages
            {'messages': ['hello']}                                              | not-an-object      | /1/messages/0
            {'traj': [{'role': 'user', 'content': 'x'}, {'content': 'y'}]}       | unknown-role       | /1/traj/1/role
            {'messages': [{'role': 'user', 'content': 7}]}                       | wrong-type         | /1/messages/0/content
            {'messages': [{'role': 'assistant', 'tool_calls': 'x'}]}             | wrong-type         | /1/messages/0/tool_calls
            {'messages': [{'role': 'assistant', 'tool_calls': [{'id': 'x'}]}]}   | missing-name       | /1/messages/0/tool_calls/0/function/name
            {'messages': [{'role': 'user', 'content': 'x', 'timestamp': 'soon'}]}| malformed-time     | /1/messages/0/timestamp
            {'messages': [{'role': 'user', 'content': 'x', 'timestamp': 1e40}]}  | malformed-time     | /1/messages/0/timestamp
            """)
    void whatCannotBeReadIsNamedByItsPlaceAndCostsNothingElse(String broken, String code, String pointer) {
        String conversation = broken.replace('\'', '"');
        for (String file : List.of("[%s, %s, %1$s]", "%s\n%s\n%1$s")) {
            List<ImportedConversation> read = read(file.formatted(BREAD, conversation));
            assertThat(read).extracting(ImportedConversation::isReadable).containsExactly(true, false, true);
            Problem problem = read.get(1).problems().get(0);
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.pointer()).isEqualTo(pointer);
            assertThat(problem.detail()).endsWith(".");
            assertThat(read.get(2).id()).isEqualTo("transcript-2");
        }
    }

    @Test
    void withoutAnyTimeAConversationIsNamed() {
        ImportedConversation conversation = only(read(BREAD, TranscriptOptions.of("bakery", null)));
        assertThat(conversation.problems()).extracting(Problem::code).containsExactly("missing-time");
    }

    @Test
    void aBrokenLineCostsOnlyItself() {
        List<ImportedConversation> read = read(BREAD + "\n{\"messages\": [\n" + BREAD);
        assertThat(read).extracting(ImportedConversation::isReadable).containsExactly(true, false, true);
        assertThat(read.get(1).problems()).extracting(Problem::code).containsExactly("malformed-json");
    }

    @Test
    void anArrayThatBreaksOffKeepsWhatCameBefore() {
        List<ImportedConversation> read = read("[%s, {\"messages\": [".formatted(BREAD));
        assertThat(read).extracting(ImportedConversation::isReadable).containsExactly(true, false);
        assertThat(read.get(1).problems().get(0).detail()).contains("in line 1 is never closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[%s, \"%s\"]", "%s\n{\"x\": \"%s\"}\n"})
    void aConversationThatWouldFillTheMemoryIsNotRead(String file) {
        List<ImportedConversation> read = read(file.formatted(BREAD, "x".repeat(17 * 1024 * 1024)));
        assertThat(read).extracting(ImportedConversation::isReadable).containsExactly(true, false);
        assertThat(read.get(1).problems()).extracting(Problem::code).containsExactly("too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "[]"})
    void aFileWithoutConversationsHoldsNone(String file) {
        assertThat(read(file)).isEmpty();
    }

    private static List<ImportedConversation> read(String file) {
        return read(file, OPTIONS);
    }

    private static List<ImportedConversation> read(String file, TranscriptOptions options) {
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

    private static ImportedConversation only(List<ImportedConversation> read) {
        assertThat(read).hasSize(1);
        return read.get(0);
    }

    private static String said(String role, String text) {
        return "{\"role\": \"%s\", \"content\": \"%s\"}".formatted(role, text);
    }

    private static String called(String call) {
        return "{\"role\": \"assistant\", \"content\": null, \"tool_calls\": [%s]}".formatted(call);
    }

    private static String call(String name, String arguments) {
        return "{\"type\": \"function\", \"function\": {\"name\": \"%s\", \"arguments\": \"%s\"}}"
                .formatted(name, arguments);
    }

    private static List<JsonNode> events(ImportedConversation conversation) {
        return conversation.events().stream().map(OpenAiTranscriptsTest::parsed).toList();
    }

    private static JsonNode parsed(EventDocument event) {
        try {
            return JSON.readTree(event.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(ImportedConversation conversation) {
        return events(conversation).stream()
                .filter(e -> e.at("/data").has("text"))
                .map(e -> e.at("/data/text").asText())
                .toList();
    }

    private static List<String> actions(ImportedConversation conversation) {
        return events(conversation).stream()
                .flatMap(e -> e.at("/data/actions").findValuesAsText("name").stream())
                .toList();
    }

    private static List<Instant> times(ImportedConversation conversation) {
        return events(conversation).stream()
                .map(e -> Instant.parse(e.path("time").asText()))
                .toList();
    }

    private static List<String> bytes(List<ImportedConversation> read) {
        return read.stream()
                .flatMap(c -> c.events().stream())
                .map(event -> new String(event.json(), StandardCharsets.UTF_8))
                .toList();
    }
}
