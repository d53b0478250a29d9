package org.answerloop.web.http;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.answerloop.client.TlsOnly;
import org.answerloop.settings.Settings;

/**
 * Leads whoever asks for a page over plain http to https, and refuses anything else. Where a proxy says that TLS stands before
 * it and is not trusted, being led to https would never end; a page says what has to be configured instead.
 */
public class PagesTlsOnly extends TlsOnly {

    private static final long serialVersionUID = 1L;

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
    protected void refuse(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
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
