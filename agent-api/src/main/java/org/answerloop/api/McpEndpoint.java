package org.answerloop.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import org.answerloop.kernel.BusinessException;

import static java.lang.System.Logger.Level.ERROR;

/**
 * Serves the tools over the Model Context Protocol (streamable HTTP). Every request is answered for itself and no session is
 * kept, so that any of several servers answers any of them. {@link McpGate} is in front of it.
 */
public class McpEndpoint implements ServletContextListener {

    static final String PATH = "/mcp";

    private static final System.Logger LOG = System.getLogger(McpEndpoint.class.getName());

    private static final String SCOPES = "scopes";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    private Instance<McpTool> tools;

    private McpStatelessSyncServer server;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        JacksonMcpJsonMapper json =
                new JacksonMcpJsonMapper(JsonMapper.builder().build());
        HttpServletStatelessServerTransport transport = HttpServletStatelessServerTransport.builder()
                .jsonMapper(json)
                .messageEndpoint(PATH)
                .maxRequestSize(McpGate.MOST_BYTES)
                .contextExtractor(
                        request -> McpTransportContext.create(Map.of(SCOPES, request.getAttribute(McpGate.SCOPES))))
                .build();
        server = McpServer.sync(transport)
                .serverInfo("answerloop", "1")
                .instructions("Search the short answers before you answer a visitor; report what you cannot answer.")
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .jsonMapper(json)
                // The tools look at their arguments themselves and say what to send instead.
                .validateToolInputs(false)
                .jsonSchemaValidator((schema, content) -> ValidationResponse.asValid(null))
                .requestTimeout(PATIENCE)
                // On the thread of the request, which the container has prepared for the beans.
                .immediateExecution(true)
                .addToolFilter((context, tool) -> tools.stream()
                        .anyMatch(each -> each.description().name().equals(tool.name()) && isOpen(each, context)))
                .tools(specifications())
                .build();
        serve(event.getServletContext(), transport);
    }

    private static void serve(ServletContext context, HttpServletStatelessServerTransport transport) {
        ServletRegistration.Dynamic servlet = context.addServlet("mcp", transport);
        servlet.addMapping(PATH);
        servlet.setLoadOnStartup(-1);
    }

    private List<SyncToolSpecification> specifications() {
        return StreamSupport.stream(tools.spliterator(), false)
                .map(tool -> SyncToolSpecification.builder()
                        .tool(tool.description())
                        .callHandler((context, request) -> call(tool, context, request.arguments()))
                        .build())
                .toList();
    }

    private static boolean isOpen(McpTool tool, McpTransportContext context) {
        return context.get(SCOPES) instanceof Set<?> scopes && scopes.contains(tool.opens());
    }

    private static CallToolResult call(McpTool tool, McpTransportContext context, Map<String, Object> arguments) {
        if (!isOpen(tool, context)) {
            return McpAnswer.refusal("This API key does not open this tool: it needs the scope "
                    + tool.opens().label() + ".");
        }
        try {
            return tool.call(arguments);
        } catch (McpRefusal | BusinessException | Refusal refused) {
            return McpAnswer.refusal(refused.getMessage());
        } catch (RuntimeException e) {
            LOG.log(ERROR, "A tool failed.", e);
            return McpAnswer.refusal("This could not be done at the moment; try again a little later.");
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (server != null) {
            server.close();
        }
    }
}
