package org.answerloop.web.http;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.answerloop.settings.Settings;

/**
 * In production nothing is said over plain http: whoever asks for a page is led to https, anything else is refused. Whether a
 * request came over TLS is seen, or told by a proxy that is trusted. Where a proxy says so that is not, being led to https
 * would never end; a page says what has to be configured instead.
 */
public class TlsOnly extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** A year: browsers do not try http again for as long. */
    private static final String BY_TLS_ALONE = "max-age=31536000";

    private static final int HTTPS = 443;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]");
    private static final String PROTOCOL = "X-Forwarded-Proto";
    private static final List<String> OF_PROXIES = List.of(PROTOCOL, "Forwarded", "X-Forwarded-For");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String PROBLEM = "{\"type\":\"urn:answerloop:problem:https-required\",\"title\":\"Forbidden\","
            + "\"status\":403,\"detail\":\"Nothing is taken over plain http; send it by https.\",\"code\":\"https-required\"}";

    @Inject
    private transient Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (settings.trustedProxies().client(request).secure()) {
            response.setHeader("Strict-Transport-Security", BY_TLS_ALONE);
            chain.doFilter(request, response);
        } else if (settings.development()) {
            chain.doFilter(request, response);
        } else if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType("application/problem+json");
            response.getWriter().write(PROBLEM);
        } else if (isTlsBeforeUs(request)
                || !HOST.matcher(request.getServerName()).matches()) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            request.getRequestDispatcher("/error/tls.xhtml").forward(request, response);
        } else {
            response.sendRedirect(overTls(request));
        }
    }

    /** Browsers say where a request comes from only over TLS, or to their own machine. */
    private static boolean isTlsBeforeUs(HttpServletRequest request) {
        return OF_PROXIES.stream().anyMatch(header -> request.getHeader(header) != null) && !isPlainBeforeUs(request)
                || request.getHeader("Sec-Fetch-Site") != null && !THIS_MACHINE.contains(request.getServerName());
    }

    /** The client speaks http with a proxy, which speaks https at the usual port. */
    private static boolean isPlainBeforeUs(HttpServletRequest request) {
        return "http".equalsIgnoreCase(request.getHeader(PROTOCOL));
    }

    private String overTls(HttpServletRequest request) {
        String port = settings.httpsPort() == HTTPS || isPlainBeforeUs(request) ? "" : ":" + settings.httpsPort();
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return "https://" + request.getServerName() + port + request.getRequestURI() + query;
    }
}
