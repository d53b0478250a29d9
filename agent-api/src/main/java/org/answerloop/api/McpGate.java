package org.answerloop.api;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.modelcontextprotocol.spec.ProtocolVersions;
import org.answerloop.access.application.KeyAuthentication;
import org.answerloop.access.model.Grant;
import org.answerloop.access.model.RefusedKeyException;
import org.answerloop.access.model.Scope;
import org.answerloop.client.PacedInput;

/**
 * In front of the Model Context Protocol: lets in who brings a live key that opens at least one of the tools, and no page of
 * another site, which a browser would tell by the header Origin; agents send none. Then it reads the message and looks at its
 * form, so that the protocol's library sees none that it would fail on. Agents have places of their own.
 */
public class McpGate extends HttpFilter {

    /** Of the attribute that holds what the key opens. */
    static final String SCOPES = McpGate.class.getName() + ".scopes";

    /** A question with all that belongs to it is far smaller. */
    static final int MOST_BYTES = 64 * 1024;

    private static final long serialVersionUID = 1L;

    private static final String ORIGIN = "Origin";
    private static final String VERSION = "MCP-Protocol-Version";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Set<String> VERSIONS = Set.of(
            ProtocolVersions.MCP_2024_11_05,
            ProtocolVersions.MCP_2025_03_26,
            ProtocolVersions.MCP_2025_06_18,
            ProtocolVersions.MCP_2025_11_25);

    @Inject
    private transient KeyAuthentication keys;

    @Inject
    private transient Caller caller;

    @Inject
    private transient IntakeGate gate;

    @Inject
    private transient Sender sender;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Response> refusal = refusal(request);
        if (refusal.isPresent()) {
            ServletAnswer.write(refusal.get(), response);
            return;
        }
        try (IntakeGate.Admission admission = gate.enter(IntakeGate.Kind.AGENTS, sender.holders())) {
            admission.reserve(MOST_BYTES);
            answer(request, response, chain);
        } catch (McpFault fault) {
            write(fault.status(), fault.json(), response);
        } catch (Refusal busy) {
            ServletAnswer.write(busy.response(), response);
        }
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        checkHeaders(request);
        byte[] body = read(request);
        McpCall call = McpCall.parse(body);
        McpResponse answered = new McpResponse(response);
        chain.doFilter(new McpRequest(request, body), answered);
        byte[] answer = call.checked(answered.getStatus(), answered.body());
        write(answered.getStatus() < McpFault.BAD_REQUEST ? answered.getStatus() : McpFault.OK, answer, response);
    }

    private static void checkHeaders(HttpServletRequest request) {
        String type = String.valueOf(request.getContentType()).split(";", 2)[0].strip();
        if (!type.equalsIgnoreCase(MediaType.APPLICATION_JSON)
                || request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            throw McpFault.ofTheRequest(
                    McpFault.UNSUPPORTED, "Send the message as " + MediaType.APPLICATION_JSON + ", uncompressed.");
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept != null && !accept.toLowerCase(Locale.ROOT).matches(".*(application/(json|\\*)|\\*/\\*).*")) {
            throw McpFault.ofTheRequest(
                    McpFault.NOT_ACCEPTABLE,
                    "The answer is " + MediaType.APPLICATION_JSON + "; name it in the header Accept.");
        }
        String version = request.getHeader(VERSION);
        if (version != null && !VERSIONS.contains(version)) {
            throw McpFault.ofTheRequest(
                    McpFault.BAD_REQUEST, "The header " + VERSION + " names a version that is not spoken here.");
        }
    }

    private static byte[] read(HttpServletRequest request) {
        try {
            byte[] bytes = new PacedInput(request.getInputStream(), PATIENCE).readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw McpFault.ofTheRequest(
                        McpFault.TOO_LARGE, "The message has more than " + MOST_BYTES + " bytes; send less text.");
            }
            return bytes;
        } catch (IOException e) {
            throw McpFault.ofTheRequest(
                    McpFault.TIMEOUT, "The message ended before its time, or came too slowly; send it again.");
        }
    }

    private Optional<Response> refusal(HttpServletRequest request) {
        if (request.getHeader(ORIGIN) != null) {
            return Optional.of(ProblemBody.response(
                            Response.Status.FORBIDDEN,
                            "foreign-origin",
                            "Agents call this address, pages do not: send no header Origin.")
                    .build());
        }
        Optional<String> secret = KeyFilter.secret(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (secret.isEmpty()) {
            return Optional.of(KeyFilter.noKey());
        }
        try {
            Grant grant = keys.authenticate(secret.get());
            if (!grant.opens(Scope.ANSWERS) && !grant.opens(Scope.EVENTS)) {
                return Optional.of(KeyFilter.wrongScope("answers or events"));
            }
            if (!request.getMethod().equals("POST")) {
                return Optional.of(noSuchMethod());
            }
            caller.comesWith(grant);
            request.setAttribute(SCOPES, grant.scopes());
            return Optional.empty();
        } catch (RefusedKeyException refused) {
            return Optional.of(KeyFilter.refusedKey(refused));
        }
    }

    private static Response noSuchMethod() {
        return ProblemBody.response(
                        Response.Status.METHOD_NOT_ALLOWED,
                        "method-not-allowed",
                        "Messages are sent to this address by POST; it keeps no sessions and sends nothing by itself.")
                .header(HttpHeaders.ALLOW, "POST")
                .build();
    }

    private static void write(int status, byte[] answer, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        if (answer.length > 0) {
            response.setContentType(MediaType.APPLICATION_JSON);
            response.setContentLength(answer.length);
            response.getOutputStream().write(answer);
        }
    }
}
