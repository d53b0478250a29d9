package org.answerloop.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;

/** What a tool answers, both as a structure and as text: some agents read only the one, some only the other. */
final class McpAnswer {

    private static final JsonMapper JSON = new JsonMapper();

    private McpAnswer() {}

    static CallToolResult of(Object structure) {
        try {
            return CallToolResult.builder()
                    .structuredContent(structure)
                    .addTextContent(JSON.writeValueAsString(structure))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static CallToolResult refusal(String sentence) {
        return CallToolResult.builder().isError(true).addTextContent(sentence).build();
    }
}
