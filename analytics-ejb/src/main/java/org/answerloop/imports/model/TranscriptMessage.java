package org.answerloop.imports.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One message in the OpenAI chat format.
 *
 * @param text null where it has none
 * @param toolCalls in the order of the calls; those of an assistant only
 * @param at when it was posted; null where it does not say so
 */
record TranscriptMessage(Role role, String text, List<ToolCall> toolCalls, Instant at) {

    /** Beyond it somebody counts milliseconds. */
    private static final double MOST_SECONDS = 1e11;

    private static final List<String> TIMES = List.of("timestamp", "created_at");

    enum Role {
        VISITOR,
        AGENT,
        /** Instructions to the model and results of tools: nobody said them to anybody. */
        UNSPOKEN
    }

    /** @param arguments as the model wrote them; empty where it wrote none */
    record ToolCall(String name, String arguments) {}

    static TranscriptMessage read(JsonNode message, String pointer) throws UnreadableItemException {
        if (!message.isObject()) {
            throw new UnreadableItemException("not-an-object", pointer, "A message is a JSON object.");
        }
        Role role = role(message, pointer);
        return new TranscriptMessage(
                role,
                role == Role.UNSPOKEN ? null : text(message.path("content"), pointer + "/content"),
                role == Role.AGENT ? toolCalls(message, pointer) : List.of(),
                time(message, pointer).orElse(null));
    }

    private static Role role(JsonNode message, String pointer) throws UnreadableItemException {
        return switch (message.path("role").asText()) {
            case "user" -> Role.VISITOR;
            case "assistant" -> Role.AGENT;
            case "system", "developer", "tool", "function" -> Role.UNSPOKEN;
            default ->
                throw new UnreadableItemException(
                        "unknown-role",
                        pointer + "/role",
                        "\"role\" takes system, developer, user, assistant, tool or function.");
        };
    }

    private static String text(JsonNode content, String pointer) throws UnreadableItemException {
        if (content.isMissingNode() || content.isNull()) {
            return null;
        }
        if (content.isTextual()) {
            return content.textValue().isBlank() ? null : content.textValue();
        }
        if (!content.isArray()) {
            throw new UnreadableItemException("wrong-type", pointer, "\"content\" takes a text or an array of parts.");
        }
        List<String> parts = new ArrayList<>();
        for (JsonNode part : content) {
            if (part.path("type").asText().equals("text")) {
                parts.add(part.path("text").asText());
            }
        }
        String text = String.join("\n", parts);
        return text.isBlank() ? null : text;
    }

    private static List<ToolCall> toolCalls(JsonNode message, String pointer) throws UnreadableItemException {
        List<ToolCall> calls = new ArrayList<>();
        JsonNode listed = message.path("tool_calls");
        if (!listed.isArray() && !listed.isMissingNode() && !listed.isNull()) {
            throw new UnreadableItemException("wrong-type", pointer + "/tool_calls", "\"tool_calls\" takes an array.");
        }
        for (int i = 0; i < listed.size(); i++) {
            calls.add(toolCall(listed.get(i).path("function"), pointer + "/tool_calls/" + i + "/function"));
        }
        if (message.path("function_call").isObject()) {
            calls.add(toolCall(message.path("function_call"), pointer + "/function_call"));
        }
        return calls;
    }

    private static ToolCall toolCall(JsonNode function, String pointer) throws UnreadableItemException {
        String name = function.path("name").asText();
        if (name.isBlank()) {
            throw new UnreadableItemException("missing-name", pointer + "/name", "A tool call names its function.");
        }
        return new ToolCall(name, function.path("arguments").asText());
    }

    /** @param holder a message or a whole conversation */
    static Optional<Instant> time(JsonNode holder, String pointer) throws UnreadableItemException {
        for (String member : TIMES) {
            JsonNode time = holder.path(member);
            if (!time.isMissingNode() && !time.isNull()) {
                return Optional.of(time(time, member, pointer + "/" + member));
            }
        }
        return Optional.empty();
    }

    private static Instant time(JsonNode time, String member, String pointer) throws UnreadableItemException {
        try {
            if (time.isNumber()) {
                return fromSeconds(time.doubleValue());
            }
            return OffsetDateTime.parse(time.asText()).toInstant();
        } catch (DateTimeException e) {
            throw new UnreadableItemException(
                    "malformed-time",
                    pointer,
                    "\"" + member + "\" takes seconds since 1970 or an RFC 3339 time with offset.");
        }
    }

    private static Instant fromSeconds(double seconds) {
        if (!(Math.abs(seconds) < MOST_SECONDS)) {
            throw new DateTimeException("Not a moment in seconds: " + seconds);
        }
        return Instant.ofEpochMilli(Math.round(seconds * 1000));
    }
}
