package org.answerloop.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A message that is no call that could be made; answered by an error of JSON-RPC 2.0. */
final class McpFault extends RuntimeException {

    static final int OK = 200;
    static final int BAD_REQUEST = 400;
    static final int NOT_ACCEPTABLE = 406;
    static final int TIMEOUT = 408;
    static final int TOO_LARGE = 413;
    static final int UNSUPPORTED = 415;

    private static final long serialVersionUID = 1L;

    private static final int PARSE_ERROR = -32_700;
    private static final int INVALID_REQUEST = -32_600;
    private static final int INVALID_PARAMS = -32_602;
    static final int INTERNAL_ERROR = -32_603;
    private static final JsonMapper JSON = new JsonMapper();

    private final int status;
    private final int code;
    private final transient JsonNode id;

    private McpFault(int status, int code, JsonNode id, String sentence) {
        super(sentence);
        this.status = status;
        this.code = code;
        this.id = id;
    }

    /** It is no JSON. */
    static McpFault unreadable(String sentence) {
        return new McpFault(BAD_REQUEST, PARSE_ERROR, NullNode.getInstance(), sentence);
    }

    /** The request that carries it is not as the protocol has it. */
    static McpFault ofTheRequest(int status, String sentence) {
        return new McpFault(status, INVALID_REQUEST, NullNode.getInstance(), sentence);
    }

    /** It is JSON, and no call. */
    static McpFault noCall(JsonNode id, String sentence) {
        return new McpFault(BAD_REQUEST, INVALID_REQUEST, id, sentence);
    }

    /** It is a call whose parameters are not those of its method. */
    static McpFault parameters(JsonNode id, String sentence) {
        return new McpFault(OK, INVALID_PARAMS, id, sentence);
    }

    /** It is a call, and cannot be answered for a reason that nobody foresaw. */
    static McpFault unforeseen(JsonNode id) {
        return new McpFault(
                OK,
                INTERNAL_ERROR,
                id,
                "This call could not be handled. Look whether its parameters are those of the protocol's schema.");
    }

    int status() {
        return status;
    }

    byte[] json() {
        ObjectNode answer = JSON.createObjectNode().put("jsonrpc", "2.0");
        answer.set("id", id);
        answer.putObject("error").put("code", code).put("message", getMessage());
        try {
            return JSON.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON can be written", e);
        }
    }
}
