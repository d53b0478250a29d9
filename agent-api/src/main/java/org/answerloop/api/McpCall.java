package org.answerloop.api;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * A message of the Model Context Protocol whose form has been looked at: one JSON-RPC 2.0 request or notification with
 * parameters of the types that its method takes.
 *
 * @param id null where it is a notification
 */
record McpCall(JsonNode id) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @throws McpFault where it is none */
    static McpCall parse(byte[] body) {
        JsonNode message = tree(body);
        if (message.isArray()) {
            throw McpFault.noCall(NullNode.getInstance(), "Batches are not taken; send one message a request.");
        }
        if (!message.isObject()) {
            throw McpFault.noCall(NullNode.getInstance(), "A message is a JSON object, as JSON-RPC 2.0 has it.");
        }
        JsonNode id = id(message);
        JsonNode echoed = id == null ? NullNode.getInstance() : id;
        if (!TextNode.valueOf("2.0").equals(message.get("jsonrpc"))) {
            throw McpFault.noCall(echoed, "The member \"jsonrpc\" has to be \"2.0\".");
        }
        if (!message.path("method").isTextual()) {
            throw McpFault.noCall(echoed, "The member \"method\" has to name a method, as text.");
        }
        if (message.has("params") && !message.get("params").isObject()) {
            throw McpFault.parameters(echoed, "The member \"params\" has to be an object.");
        }
        checkParameters(message.get("method").asText(), message.path("params"), echoed);
        return new McpCall(id);
    }

    /** The protocol is written in UTF-8; a lenient reader would patch up what is not, or guess. */
    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException e) {
            throw McpFault.unreadable("The message is not written in UTF-8.");
        } catch (IOException e) {
            throw McpFault.unreadable("The message is no well-formed JSON.");
        }
    }

    private static JsonNode id(JsonNode message) {
        JsonNode id = message.get("id");
        if (id == null || id.isTextual() || id.isIntegralNumber() && id.canConvertToLong()) {
            return id;
        }
        throw McpFault.noCall(
                NullNode.getInstance(), "The member \"id\" has to be text or a whole number of at most 64 bits.");
    }

    private static void checkParameters(String method, JsonNode parameters, JsonNode id) {
        switch (method) {
            case "initialize" -> {
                require(parameters.path("protocolVersion").isTextual(), id, "protocolVersion", "text");
                require(parameters.path("capabilities").isObject(), id, "capabilities", "an object");
                require(parameters.path("clientInfo").path("name").isTextual(), id, "clientInfo.name", "text");
                require(parameters.path("clientInfo").path("version").isTextual(), id, "clientInfo.version", "text");
            }
            case "tools/list" -> {
                JsonNode cursor = parameters.path("cursor");
                require(cursor.isMissingNode() || cursor.isTextual(), id, "cursor", "text");
            }
            case "tools/call" -> {
                require(parameters.path("name").isTextual(), id, "name", "text");
                JsonNode arguments = parameters.path("arguments");
                require(
                        arguments.isMissingNode() || arguments.isNull() || arguments.isObject(),
                        id,
                        "arguments",
                        "an object");
            }
            default -> {
                // Which methods there are is the protocol's library to know.
            }
        }
    }

    private static void require(boolean fulfilled, JsonNode id, String parameter, String type) {
        if (!fulfilled) {
            throw McpFault.parameters(id, "The parameter \"" + parameter + "\" has to be " + type + ".");
        }
    }

    /** The answer to it as it may leave: nobody is told what went on inside. */
    byte[] checked(int status, byte[] answer) {
        JsonNode told = answer.length == 0 ? NullNode.getInstance() : tree(answer);
        boolean unforeseen =
                status >= McpFault.BAD_REQUEST || told.at("/error/code").asInt() == McpFault.INTERNAL_ERROR;
        return unforeseen
                ? McpFault.unforeseen(id == null ? NullNode.getInstance() : id).json()
                : answer;
    }
}
