package org.answerloop.system.outside;

import java.util.Map;

import io.modelcontextprotocol.spec.McpSchema.Tool;
import org.answerloop.system.server.AnswerloopServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** An agent of any make looks answers up and reports what it could not answer, over the Model Context Protocol. */
@ExtendWith(RunningServer.class)
class McpIT {

    private final AnswerloopServer server;

    McpIT(AnswerloopServer server) {
        this.server = server;
    }

    @Test
    void an_agent_finds_both_tools_and_what_they_are_for() {
        try (McpAgent agent = McpAgent.of(server)) {
            assertThat(agent.tools())
                    .extracting(Tool::name)
                    .containsExactlyInAnyOrder("search_short_answers", "report_unanswered_question");
            assertThat(agent.tools())
                    .allSatisfy(tool -> assertThat(tool.description()).isNotBlank());
            assertThat(agent.tools())
                    .filteredOn(tool -> tool.annotations().readOnlyHint())
                    .extracting(Tool::name)
                    .containsExactly("search_short_answers");
        }
    }

    @Test
    void an_agent_reports_a_question_once_however_often_it_does_so() {
        Map<String, Object> question = Map.of(
                "question", "Do you lend out kayaks in the winter?", "conversation", "kayak-1", "source", "/tests/mcp");
        try (McpAgent agent = McpAgent.of(server)) {
            assertThat(agent.call("report_unanswered_question", question)).isEqualTo("{\"status\":\"reported\"}");
            assertThat(agent.call("report_unanswered_question", question))
                    .isEqualTo("{\"status\":\"reported before\"}");
        }
        assertThat(Api.of(server).conversation("/tests/mcp", "kayak-1").status())
                .isEqualTo(200);
    }

    @Test
    void an_agent_is_told_in_a_sentence_what_it_should_have_sent() {
        try (McpAgent agent = McpAgent.of(server)) {
            assertThat(agent.call("search_short_answers", Map.of())).isEqualTo("refused: Give \"question\", as text.");
            assertThat(agent.call("search_short_answers", Map.of("question", "x", "limit", 999)))
                    .isEqualTo("refused: The parameter limit takes a whole number from 1 to 50.");
            assertThat(agent.call("search_short_answers", Map.of("question", "x", "limit", "many")))
                    .isEqualTo("refused: Give \"limit\" as a whole number.");
            assertThat(agent.call("report_unanswered_question", Map.of("question", "Why?")))
                    .isEqualTo("refused: Give \"conversation\", as text.");
        }
    }

    @Test
    void nobody_gets_in_without_a_key() {
        assertThatThrownBy(() -> McpAgent.of(server, "al_a_key_that_nobody_made"))
                .isInstanceOf(RuntimeException.class);
    }
}
