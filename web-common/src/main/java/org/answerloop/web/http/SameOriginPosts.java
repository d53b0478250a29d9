package org.answerloop.web.http;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Refuses what another site makes a person's browser send: whatever changes something has to come from a page of this very
 * origin. Browsers say where a request comes from, and no script of a page can make them say otherwise.
 */
public class SameOriginPosts implements Filter {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest httpRequest = (HttpServletRequest) request;
        if (HARMLESS.contains(httpRequest.getMethod()) || isOfThisOrigin(httpRequest)) {
            chain.doFilter(request, response);
        } else {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** A program that says neither is no browser that somebody else could have sent here. */
    private static boolean isOfThisOrigin(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin == null
                || origin.equals("http://" + request.getHeader("Host"))
                || origin.equals("https://" + request.getHeader("Host"));
    }
}
