package org.answerloop.client;

import java.io.IOException;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * In production nothing is said over plain http. Whether a request came over TLS is seen, or told by a proxy that is trusted;
 * who came by it is told to stay with it.
 */
public abstract class TlsOnly extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** A year: clients that keep it do not try http again for as long. */
    private static final String BY_TLS_ALONE = "max-age=31536000";

    @Inject
    private transient TrustedProxies proxies;

    @Inject
    private transient TlsRequirement tls;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean secure = proxies.client(request).secure();
        if (secure) {
            response.setHeader("Strict-Transport-Security", BY_TLS_ALONE);
        }
        if (secure || !tls.required()) {
            chain.doFilter(request, response);
        } else {
            // What is left of the request is not read.
            response.setHeader("Connection", "close");
            refuse(request, response);
        }
    }

    /** Answers whoever came over plain http, in the way of the module. */
    protected abstract void refuse(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException;
}
