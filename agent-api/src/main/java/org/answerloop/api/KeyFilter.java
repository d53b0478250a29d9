package org.answerloop.api;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

import org.answerloop.access.application.KeyAuthentication;
import org.answerloop.access.model.Grant;
import org.answerloop.access.model.RefusedKeyException;

/** Lets in who brings a live key with the scope that the resource asks for; a resource that asks for none is closed. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class KeyFilter implements ContainerRequestFilter {

    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+) *", Pattern.CASE_INSENSITIVE);

    @Context
    private ResourceInfo resource;

    @Inject
    private KeyAuthentication keys;

    @Inject
    private Caller caller;

    @Override
    public void filter(ContainerRequestContext request) {
        if (resource.getResourceClass().isAnnotationPresent(OpensBySignature.class)) {
            return;
        }
        Opens needed = resource.getResourceClass().getAnnotation(Opens.class);
        if (needed == null) {
            throw new IllegalStateException(resource.getResourceClass() + " does not say which scope opens it");
        }
        Optional<String> secret = secret(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        if (secret.isEmpty()) {
            request.abortWith(noKey());
            return;
        }
        try {
            Grant grant = keys.authenticate(secret.get());
            if (grant.opens(needed.value())) {
                caller.comesWith(grant);
            } else {
                request.abortWith(wrongScope(needed.value().label()));
            }
        } catch (RefusedKeyException refused) {
            request.abortWith(refusedKey(refused));
        }
    }

    /** @param header the header Authorization; null where there is none */
    static Optional<String> secret(String header) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher bearer = BEARER.matcher(header.strip());
        return bearer.matches() ? Optional.of(bearer.group(1)) : Optional.empty();
    }

    static Response noKey() {
        return unauthorised("Bearer", "no-key", "Send your API key in the header Authorization: Bearer al_…");
    }

    static Response refusedKey(RefusedKeyException refused) {
        return unauthorised("Bearer error=\"invalid_token\"", refused.code(), refused.getMessage());
    }

    static Response wrongScope(String needed) {
        return ProblemBody.response(
                        Response.Status.FORBIDDEN,
                        "wrong-scope",
                        "This API key does not open this address: it needs the scope " + needed + ".")
                .build();
    }

    private static Response unauthorised(String challenge, String code, String detail) {
        return ProblemBody.response(Response.Status.UNAUTHORIZED, code, detail)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }
}
