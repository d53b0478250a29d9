package org.answerloop.imports.model;

import java.util.List;

import org.answerloop.event.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.answerloop.imports.model.Transcripts.BREAD;
import static org.answerloop.imports.model.Transcripts.only;
import static org.answerloop.imports.model.Transcripts.read;
import static org.assertj.core.api.Assertions.assertThat;

/** What is wrong with a file of transcripts is named, and costs nothing else. */
class BrokenTranscriptsTest {

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
}
