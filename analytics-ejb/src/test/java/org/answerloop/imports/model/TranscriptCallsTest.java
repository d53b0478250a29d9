package org.answerloop.imports.model;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.answerloop.imports.model.Transcripts.actions;
import static org.answerloop.imports.model.Transcripts.call;
import static org.answerloop.imports.model.Transcripts.called;
import static org.answerloop.imports.model.Transcripts.events;
import static org.answerloop.imports.model.Transcripts.only;
import static org.answerloop.imports.model.Transcripts.read;
import static org.answerloop.imports.model.Transcripts.said;
import static org.answerloop.imports.model.Transcripts.texts;
import static org.assertj.core.api.Assertions.assertThat;

/** The calls of tools in a transcript: actions of a reply, or a handoff. */
class TranscriptCallsTest {

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
}
