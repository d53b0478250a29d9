package org.answerloop.web.home;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Every address of this module but the root is a 404 before its body is read: also those at which the server itself would
 * take passwords and sign people out.
 */
public class RootAlone extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getRequestURI().equals(request.getContextPath() + "/")) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("Connection", "close");
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
