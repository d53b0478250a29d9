package org.answerloop.api;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.answerloop.client.ServerLogins;

/** Nobody signs in or out at the API, which takes keys: the server's own addresses for it are refused, and no body is read. */
public class ServerLoginRefusal extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (ServerLogins.areAskedFor(request)) {
            response.setHeader("Connection", "close");
            ServletAnswer.write(
                    Refusal.notFound("Nobody signs in here; the API takes keys.")
                            .response(),
                    response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
