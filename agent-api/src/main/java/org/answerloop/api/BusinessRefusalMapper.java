package org.answerloop.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import org.answerloop.event.application.IntakeUnavailableException;
import org.answerloop.kernel.BusinessException;

/** What the business refuses, in its own sentence. */
@Provider
public class BusinessRefusalMapper implements ExceptionMapper<BusinessException> {

    private static final int SECONDS_UNTIL_RETRY = 5;

    @Override
    public Response toResponse(BusinessException refused) {
        if (refused instanceof IntakeUnavailableException) {
            return ProblemBody.response(Response.Status.SERVICE_UNAVAILABLE, "unavailable", refused.getMessage())
                    .header(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_RETRY)
                    .build();
        }
        return ProblemBody.response(Response.Status.CONFLICT, "refused", refused.getMessage())
                .build();
    }
}
