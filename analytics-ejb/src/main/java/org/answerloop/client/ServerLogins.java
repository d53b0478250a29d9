package org.answerloop.client;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The names by which Open Liberty itself takes passwords and signs people out, at any address of every web module and by any
 * method. It reads the whole body before it does, so they are refused in front of it.
 */
public final class ServerLogins {

    private static final List<String> NAMES = List.of("j_security_check", "ibm_security_logout");

    private ServerLogins() {}

    /** Whether the request names one of them, as it was sent or as the container has understood it. */
    public static boolean areAskedFor(HttpServletRequest request) {
        String understood = request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("");
        return NAMES.stream()
                .anyMatch(name ->
                        understood.contains(name) || request.getRequestURI().contains(name));
    }
}
