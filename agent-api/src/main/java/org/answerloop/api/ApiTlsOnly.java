package org.answerloop.api;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response.Status;

import org.answerloop.client.TlsOnly;

/**
 * Takes no key and no event over plain http: not even a redirect is given, so that whoever sends a key in the clear finds out
 * at once.
 */
public class ApiTlsOnly extends TlsOnly {

    private static final long serialVersionUID = 1L;

    @Override
    protected void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ServletAnswer.write(
                ProblemBody.response(
                                Status.FORBIDDEN,
                                "https-required",
                                "Nothing is taken over plain http; send it by https, and exchange a key that has been"
                                        + " sent in the clear. Where a proxy in front ends TLS, it has to be named in"
                                        + " ANSWERLOOP_TRUSTED_PROXIES.")
                        .build(),
                response);
    }
}
