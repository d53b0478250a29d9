package org.answerloop.api;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import org.answerloop.access.model.Scope;
import org.answerloop.event.application.EventIntake;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventResult;
import org.answerloop.kernel.Fingerprint;

/**
 * A question that the agent could not answer, taken in as the event {@code question.unanswered}. The event is known by the
 * conversation and the question, so that reporting it again changes nothing.
 */
@ApplicationScoped
class McpReport implements McpTool {

    private static final String SOURCE = "urn:answerloop:mcp";
    private static final JsonMapper JSON = new JsonMapper();

    @Inject
    private EventIntake intake;

    @Inject
    private IntakeGate gate;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Override
    public Scope opens() {
        return Scope.EVENTS;
    }

    @Override
    public Tool description() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("question", text("What the visitor asked, in their words"));
        properties.put("conversation", text("The id of the conversation in your system, the same as in its events"));
        properties.put(
                "source",
                text("The system that sends the events of this conversation, as it names itself there; left out, "
                        + SOURCE));
        properties.put("messageId", text("The id of the visitor's message, where there is one"));
        return Tool.builder(
                        "report_unanswered_question",
                        Map.of(
                                "type",
                                "object",
                                "properties",
                                properties,
                                "required",
                                List.of("question", "conversation")))
                .title("Report an unanswered question")
                .description(
                        "Tells the company's editors that you could not answer this question, so that they write the answer."
                                + " Report each question of a conversation once; reporting it again does no harm.")
                .annotations(ToolAnnotations.builder()
                        .readOnlyHint(false)
                        .destructiveHint(false)
                        .idempotentHint(true)
                        .openWorldHint(false)
                        .build())
                .build();
    }

    private static Map<String, Object> text(String description) {
        return Map.of("type", "string", "description", description);
    }

    /** What became of it. */
    record Reported(String status) {}

    @Override
    public CallToolResult call(Map<String, Object> values) {
        EventDocument event = event(new McpArguments(values));
        // The call has its place since it came in.
        List<EventResult> results = gate.storeAlone(() -> intake.takeUnknown(List.of(event), caller.grant()));
        if (results.isEmpty() || results.get(0).status() == EventResult.Status.DUPLICATE) {
            return McpAnswer.of(new Reported("reported before"));
        }
        EventResult result = results.get(0);
        return result.status() == EventResult.Status.REJECTED
                ? McpAnswer.refusal(result.problem().detail())
                : McpAnswer.of(new Reported("reported"));
    }

    private EventDocument event(McpArguments arguments) {
        String question = arguments.text("question");
        String conversation = arguments.text("conversation");
        ObjectNode event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", "mcp-" + Fingerprint.of(conversation + "\n" + question))
                .put("source", arguments.optionalText("source").orElse(SOURCE))
                .put("type", "question.unanswered")
                .put("subject", conversation)
                .put("time", clock.instant().toString());
        ObjectNode data = event.putObject("data").put("question", question);
        arguments.optionalText("messageId").ifPresent(id -> data.put("messageId", id));
        return new EventDocument(event.toString().getBytes(StandardCharsets.UTF_8));
    }
}
