package org.answerloop.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A problem as RFC 9457 writes it, with our short code beside its type.
 *
 * @param pointer RFC 6901 pointer into the request's body; null where the problem is not in it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProblemBody(String type, String title, int status, String detail, String code, String pointer) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE = "urn:answerloop:problem:";

    static Response.ResponseBuilder response(Response.StatusType status, String code, String detail) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(new ProblemBody(
                        TYPE + code, status.getReasonPhrase(), status.getStatusCode(), detail, code, null));
    }

    static Response notFound(String detail) {
        return response(Status.NOT_FOUND, "not-found", detail).build();
    }
}
