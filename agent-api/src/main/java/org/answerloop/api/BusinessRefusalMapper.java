package org.answerloop.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import org.answerloop.event.application.IntakeUnavailableException;
import org.answerloop.kernel.BusinessException;

/** What the business refuses, in its own sentence. */
@Provider
public class BusinessRefusalMapper implements ExceptionMapper<BusinessException> {

    @Override
    public Response toResponse(BusinessException refused) {
        if (refused instanceof IntakeUnavailableException) {
            return Unavailable.response(refused.getMessage());
        }
        return ProblemBody.response(Response.Status.CONFLICT, "refused", refused.getMessage())
                .build();
    }
}
