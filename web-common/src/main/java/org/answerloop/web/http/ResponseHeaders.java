package org.answerloop.web.http;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Sets the security headers of every answer, and says how long it may be kept: assets for ever, since their address
 * changes with their content, and pages not at all, since they hold what visitors wrote. The content security policy
 * of a page comes from PrimeFaces, which knows the nonce.
 */
public class ResponseHeaders implements Filter {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String NEVER = "no-store";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest httpRequest = (HttpServletRequest) request;
        HttpServletResponse httpResponse = (HttpServletResponse) response;
        httpResponse.setHeader("X-Content-Type-Options", "nosniff");
        httpResponse.setHeader("Referrer-Policy", "same-origin");
        httpResponse.setHeader("X-Frame-Options", "DENY");
        httpResponse.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (isVersionedAsset(httpRequest)) {
            httpResponse.setHeader("Cache-Control", FOR_EVER);
        } else if (!isResource(httpRequest)) {
            httpResponse.setHeader("Cache-Control", NEVER);
        }
        chain.doFilter(request, response);
    }

    private static boolean isVersionedAsset(HttpServletRequest request) {
        return path(request).startsWith("/answerloop/") && request.getQueryString() != null;
    }

    private static boolean isResource(HttpServletRequest request) {
        return path(request).startsWith("/answerloop/") || path(request).startsWith("/jakarta.faces.resource/");
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
