package org.answerloop.system.outside;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import org.answerloop.system.server.AnswerloopServer;

/** An agent that speaks the Model Context Protocol, as its Java SDK does. */
final class McpAgent implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final McpSyncClient client;

    private McpAgent(McpSyncClient client) {
        this.client = client;
    }

    /** Connects, with the key of the tests. */
    static McpAgent of(AnswerloopServer server) {
        return of(server, RunningServer.API_KEY);
    }

    static McpAgent of(AnswerloopServer server, String key) {
        HttpClientStreamableHttpTransport transport = HttpClientStreamableHttpTransport.builder(
                        server.address("/").toString())
                .endpoint("/api/mcp")
                .jsonMapper(new JacksonMcpJsonMapper(new JsonMapper()))
                .requestBuilder(HttpRequest.newBuilder().header("Authorization", "Bearer " + key))
                .build();
        McpSyncClient client = McpClient.sync(transport)
                .requestTimeout(PATIENCE)
                .initializationTimeout(PATIENCE)
                .jsonSchemaValidator((schema, content) -> ValidationResponse.asValid(null))
                .build();
        client.initialize();
        return new McpAgent(client);
    }

    List<Tool> tools() {
        return client.listTools().tools();
    }

    /** @return what the tool says, as text */
    String call(String tool, Map<String, Object> arguments) {
        CallToolResult result = client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
        String text = result.content().stream()
                .map(TextContent.class::cast)
                .map(TextContent::text)
                .findFirst()
                .orElse("");
        return Boolean.TRUE.equals(result.isError()) ? "refused: " + text : text;
    }

    @Override
    public void close() {
        client.closeGracefully();
    }
}
