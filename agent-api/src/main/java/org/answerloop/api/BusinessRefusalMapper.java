package org.answerloop.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import org.answerloop.answer.model.UnusableSearchException;
import org.answerloop.event.application.IntakeUnavailableException;
import org.answerloop.imports.application.FileTooLargeException;
import org.answerloop.imports.application.NoRoomException;
import org.answerloop.imports.application.UnknownImportException;
import org.answerloop.imports.model.UnusableImportException;
import org.answerloop.kernel.BusinessException;
import org.answerloop.kernel.UnknownCursorException;
import org.answerloop.report.model.UnusableFilterException;

/** What the business refuses, in its own sentence. */
@Provider
public class BusinessRefusalMapper implements ExceptionMapper<BusinessException> {

    /** RFC 4918, which Jakarta REST has no constant for. */
    private static final Response.StatusType INSUFFICIENT_STORAGE = new Response.StatusType() {
        @Override
        public int getStatusCode() {
            return 507;
        }

        @Override
        public Response.Status.Family getFamily() {
            return Response.Status.Family.SERVER_ERROR;
        }

        @Override
        public String getReasonPhrase() {
            return "Insufficient Storage";
        }
    };

    @Override
    public Response toResponse(BusinessException refused) {
        if (refused instanceof IntakeUnavailableException) {
            return Unavailable.response(refused.getMessage());
        }
        if (refused instanceof UnusableImportException
                || refused instanceof UnusableSearchException
                || refused instanceof UnusableFilterException
                || refused instanceof UnknownCursorException) {
            return ProblemBody.response(Response.Status.BAD_REQUEST, "unusable-parameter", refused.getMessage())
                    .build();
        }
        if (refused instanceof UnknownImportException) {
            return ProblemBody.notFound(refused.getMessage());
        }
        if (refused instanceof FileTooLargeException) {
            return ProblemBody.response(Response.Status.REQUEST_ENTITY_TOO_LARGE, "too-large", refused.getMessage())
                    .build();
        }
        if (refused instanceof NoRoomException) {
            return ProblemBody.response(INSUFFICIENT_STORAGE, "no-room", refused.getMessage())
                    .build();
        }
        return ProblemBody.response(Response.Status.CONFLICT, "refused", refused.getMessage())
                .build();
    }
}
