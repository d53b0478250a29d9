package org.answerloop.api;

import java.io.IOException;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response.Status;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.answerloop.settings.Settings;

/**
 * In production no key and no event is taken over plain http: not even a redirect is given, so that whoever sends a key in the
 * clear finds out at once. Whether a request came over TLS is seen, or told by a proxy that is trusted.
 */
public class TlsOnly extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** A year: clients that keep it do not try http again for as long. */
    private static final String BY_TLS_ALONE = "max-age=31536000";

    private static final JsonMapper JSON = new JsonMapper();

    @Inject
    private transient Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean secure = settings.trustedProxies().client(request).secure();
        if (secure) {
            response.setHeader("Strict-Transport-Security", BY_TLS_ALONE);
        }
        if (secure || settings.development()) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(Status.FORBIDDEN.getStatusCode());
        response.setContentType(ProblemBody.MEDIA_TYPE);
        response.getOutputStream()
                .write(JSON.writeValueAsBytes(ProblemBody.response(
                                Status.FORBIDDEN,
                                "https-required",
                                "Nothing is taken over plain http; send it by https, and exchange a key that has been"
                                        + " sent in the clear. Where a proxy in front ends TLS, it has to be named in"
                                        + " ANSWERLOOP_TRUSTED_PROXIES.")
                        .build()
                        .getEntity()));
    }
}
