package org.answerloop.api;

import java.util.Map;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import org.answerloop.access.model.Scope;

/** What an agent can do here over the Model Context Protocol. */
interface McpTool {

    /** What a key needs so that it sees the tool and may call it. */
    Scope opens();

    /** How the tool is described to the agent. */
    Tool description();

    /**
     * Does it.
     *
     * @throws McpRefusal where an argument cannot be used
     * @throws org.answerloop.kernel.BusinessException where the business refuses it
     */
    CallToolResult call(Map<String, Object> arguments);
}
