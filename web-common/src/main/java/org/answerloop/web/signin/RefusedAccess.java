package org.answerloop.web.signin;

import java.io.IOException;
import java.security.Principal;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.answerloop.access.application.Refusals;
import org.answerloop.settings.Settings;

/** Puts on the record who asked for what their role does not open, before the page for it is shown. */
public class RefusedAccess extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Refusals refusals;

    @Inject
    private transient Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Principal caller = request.getUserPrincipal();
        if (caller != null) {
            String asked = Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                    .map(Object::toString)
                    .orElseGet(request::getRequestURI);
            refusals.accessRefused(
                    caller.getName(), asked, settings.trustedProxies().client(request));
        }
        chain.doFilter(request, response);
    }
}
