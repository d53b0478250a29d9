package org.answerloop.api;

import java.io.IOException;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.answerloop.access.application.KeyAuthentication;
import org.answerloop.access.model.Grant;
import org.answerloop.access.model.RefusedKeyException;
import org.answerloop.access.model.Scope;

/**
 * In front of the Model Context Protocol: lets in who brings a live key that opens at least one of the tools, and no page of
 * another site, which a browser would tell by the header Origin; agents send none. Requests take their places beside those of
 * the intake.
 */
public class McpGate extends HttpFilter {

    /** Of the attribute that holds what the key opens. */
    static final String SCOPES = McpGate.class.getName() + ".scopes";

    /** A question with all that belongs to it is far smaller. */
    static final int MOST_BYTES = 64 * 1024;

    private static final long serialVersionUID = 1L;

    private static final String ORIGIN = "Origin";
    private static final JsonMapper JSON = new JsonMapper();

    @Inject
    private transient KeyAuthentication keys;

    @Inject
    private transient Caller caller;

    @Inject
    private transient IntakeGate gate;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Response> refusal = refusal(request);
        if (refusal.isPresent()) {
            write(refusal.get(), response);
            return;
        }
        try (IntakeGate.Admission admission = gate.enter()) {
            admission.reserve(MOST_BYTES);
            chain.doFilter(request, response);
        } catch (Refusal busy) {
            write(busy.response(), response);
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
            caller.comesWith(grant);
            request.setAttribute(SCOPES, grant.scopes());
            return Optional.empty();
        } catch (RefusedKeyException refused) {
            return Optional.of(KeyFilter.refusedKey(refused));
        }
    }

    private static void write(Response refusal, HttpServletResponse response) throws IOException {
        response.setStatus(refusal.getStatus());
        refusal.getStringHeaders().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        response.getOutputStream().write(JSON.writeValueAsBytes(refusal.getEntity()));
    }
}
