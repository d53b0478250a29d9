package org.answerloop.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The answer while something that the server needs is not there: it says when to come again. */
final class Unavailable {

    private static final int SECONDS_UNTIL_RETRY = 5;

    private Unavailable() {}

    static Response response(String detail) {
        return ProblemBody.response(Response.Status.SERVICE_UNAVAILABLE, "unavailable", detail)
                .header(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_RETRY)
                .build();
    }
}
