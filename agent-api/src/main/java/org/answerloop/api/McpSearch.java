package org.answerloop.api;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import org.answerloop.access.model.Scope;
import org.answerloop.answer.application.AnswerSearch;

/** The short answers that fit a question: what {@code GET /v1/answers} gives. */
@ApplicationScoped
class McpSearch implements McpTool {

    private static final int LIMIT = 5;

    @Inject
    private AnswerSearch search;

    @Override
    public Scope opens() {
        return Scope.ANSWERS;
    }

    @Override
    public Tool description() {
        return Tool.builder(
                        "search_short_answers",
                        Map.of(
                                "type", "object",
                                "properties",
                                        Map.of(
                                                "question",
                                                        Map.of(
                                                                "type", "string",
                                                                "maxLength", AnswerSearch.QUESTION,
                                                                "description", "What the visitor asks, in their words"),
                                                "language",
                                                        Map.of(
                                                                "type", "string",
                                                                "description",
                                                                        "Only answers in this language (BCP 47), such as en or fr"),
                                                "limit",
                                                        Map.of(
                                                                "type",
                                                                "integer",
                                                                "minimum",
                                                                1,
                                                                "maximum",
                                                                AnswerSearch.MOST,
                                                                "default",
                                                                LIMIT)),
                                "required", List.of("question")))
                .title("Search short answers")
                .description(
                        "Finds the short answers that the company's editors have published for this question, the best first."
                                + " Say nothing that is not in them. Cite an answer that you use by its id, among the sources of"
                                + " the reply: {\"type\": \"short_answer\", \"id\": …}. Where nothing fits, report the question.")
                .annotations(ToolAnnotations.builder()
                        .readOnlyHint(true)
                        .openWorldHint(false)
                        .build())
                .build();
    }

    @Override
    public CallToolResult call(Map<String, Object> values) {
        McpArguments arguments = new McpArguments(values);
        return McpAnswer.of(AnswersBody.of(search.search(
                arguments.text("question"),
                arguments.optionalText("language").orElse(null),
                arguments.wholeNumber("limit", LIMIT))));
    }
}
