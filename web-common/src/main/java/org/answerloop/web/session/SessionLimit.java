package org.answerloop.web.session;

import java.io.IOException;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Says whose request a thread works on, so that a session that is made meanwhile is counted as theirs. The server holds a
 * bounded number of sessions for all; where that is reached, it says so in a page of its own.
 */
public class SessionLimit extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SessionsOfPeople sessions;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getUserPrincipal() == null) {
            chain.doFilter(request, response);
            return;
        }
        sessions.workFor(request.getUserPrincipal().getName());
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted() || hasRoom(request)) {
                throw e;
            }
            response.reset();
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } finally {
            sessions.workForNobody();
        }
    }

    /** Servers without room answer with no session, or with an exception. */
    private static boolean hasRoom(HttpServletRequest request) {
        try {
            return request.getSession() != null;
        } catch (IllegalStateException full) {
            return false;
        }
    }
}
