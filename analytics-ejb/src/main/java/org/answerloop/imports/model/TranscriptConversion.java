package org.answerloop.imports.model;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.answerloop.event.model.EventComposer;
import org.answerloop.event.model.EventDetails;
import org.answerloop.event.model.EventDetails.Action;
import org.answerloop.event.model.EventDetails.Author;
import org.answerloop.event.model.EventDetails.HandedOff;
import org.answerloop.event.model.EventDetails.Posted;
import org.answerloop.event.model.EventDetails.Started;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.Problem;
import org.answerloop.imports.model.TranscriptMessage.Role;
import org.answerloop.imports.model.TranscriptMessage.ToolCall;

/**
 * Turns the messages of one conversation into its events.
 *
 * <p>A tool call is an action of the message that carries it where that has a text, and otherwise of the next agent
 * reply that has one. Calls after which no reply comes are actions of the last reply before them: what was done is
 * never lost. Only where a conversation has no reply at all there is nothing that could carry them, and a problem says so.
 */
final class TranscriptConversion {

    /** A handoff follows the message that announces it. */
    private static final Duration AFTER_THE_MESSAGE = Duration.ofMillis(1);

    private static final JsonMapper JSON = new JsonMapper();

    private final TranscriptOptions options;
    private final String conversation;
    private final String pointer;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<String> waitingActions = new ArrayList<>();
    private Reply lastReply;

    /** @param pointer where the conversation's messages are in the file */
    TranscriptConversion(TranscriptOptions options, String conversation, String pointer) {
        this.options = options;
        this.conversation = conversation;
        this.pointer = pointer;
    }

    /** An event that may still be added to. */
    private interface Draft {
        EventDocument compose(EventComposer composer);
    }

    private record Reply(String messageId, String text, Instant at, List<String> actions) {}

    /** @param times one for each message */
    void convert(List<TranscriptMessage> messages, List<Instant> times) {
        add("started", times.get(0), new Started(options.channel(), options.language(), null, options.agent(), null));
        for (int i = 0; i < messages.size(); i++) {
            TranscriptMessage message = messages.get(i);
            if (message.role() == Role.VISITOR) {
                String text = message.text() == null ? "" : message.text();
                Author visitor = Author.visitor(null, null);
                add("message-" + i, times.get(i), new Posted(messageId(i), visitor, text, null, null));
            } else if (message.role() == Role.AGENT) {
                agentDid(message, i, times.get(i));
            }
        }
        if (lastReply != null) {
            lastReply.actions().addAll(waitingActions);
            waitingActions.clear();
        }
    }

    private void agentDid(TranscriptMessage message, int index, Instant at) {
        message.toolCalls().stream()
                .map(ToolCall::name)
                .filter(name -> !name.equals(options.handoffTool()))
                .forEach(waitingActions::add);
        if (message.text() != null) {
            Reply reply = new Reply(messageId(index), message.text(), at, new ArrayList<>(waitingActions));
            waitingActions.clear();
            lastReply = reply;
            drafts.add(composer -> composer.compose(eventId("message-" + index), conversation, at, posted(reply)));
        }
        // Several calls of the handoff tool in one message are one handoff.
        message.toolCalls().stream()
                .filter(call -> call.name().equals(options.handoffTool()))
                .findFirst()
                .ifPresent(call -> add(
                        "handoff-" + index, at.plus(AFTER_THE_MESSAGE), new HandedOff("agent", null, reason(call))));
    }

    private EventDetails posted(Reply reply) {
        List<Action> actions = reply.actions().stream().map(Action::new).toList();
        return new Posted(
                reply.messageId(),
                Author.customerAgent(options.agent()),
                reply.text(),
                null,
                actions.isEmpty() ? null : actions);
    }

    private static String reason(ToolCall call) {
        try {
            JsonNode arguments = JSON.readTree(call.arguments());
            return Optional.of(arguments.path("reason"))
                    .filter(JsonNode::isTextual)
                    .or(() -> Optional.of(arguments.path("summary")).filter(JsonNode::isTextual))
                    .map(JsonNode::textValue)
                    .orElse(null);
        } catch (IOException e) {
            // A model may write anything there; the handoff stands without a reason.
            return null;
        }
    }

    private void add(String part, Instant at, EventDetails details) {
        drafts.add(composer -> composer.compose(eventId(part), conversation, at, details));
    }

    private String eventId(String part) {
        return conversation + "/" + part;
    }

    private static String messageId(int index) {
        return "message-" + index;
    }

    List<EventDocument> events(EventComposer composer) {
        return drafts.stream().map(draft -> draft.compose(composer)).toList();
    }

    List<Problem> problems() {
        if (waitingActions.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Problem(
                        "actions-without-reply",
                        pointer,
                        "The agent called " + String.join(", ", waitingActions)
                                + " and never replied, so no reply carries these actions; the rest of the conversation is taken."));
    }
}
