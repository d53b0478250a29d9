package org.answerloop.api;

import java.util.Locale;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What Jakarta REST refuses by itself, as a problem with a sentence that helps. */
@Provider
public class WebRefusalMapper implements ExceptionMapper<WebApplicationException> {

    @Override
    public Response toResponse(WebApplicationException refused) {
        Response.StatusType status = refused.getResponse().getStatusInfo();
        Response.ResponseBuilder response = ProblemBody.response(status, code(refused), detail(refused));
        String allow = refused.getResponse().getHeaderString(HttpHeaders.ALLOW);
        if (allow != null) {
            response.header(HttpHeaders.ALLOW, allow);
        }
        return response.build();
    }

    private static String code(WebApplicationException refused) {
        String phrase = refused.getResponse().getStatusInfo().getReasonPhrase();
        return phrase.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }

    private static String detail(WebApplicationException refused) {
        if (refused instanceof NotSupportedException) {
            return "Send one of the media types that this address takes; events come as " + EventsResource.ONE + ", "
                    + EventsResource.BATCH + " or " + EventsResource.LINES
                    + ", files to import as " + EventsResource.LINES + ", " + ImportsResource.CSV
                    + ", application/json or application/octet-stream.";
        }
        if (refused instanceof NotAllowedException) {
            return "This address does not take this method; the header Allow names those that it takes.";
        }
        if (refused instanceof NotFoundException) {
            return "There is nothing at this address; the description of the API is at /api/openapi.";
        }
        return refused.getResponse().getStatusInfo().getReasonPhrase() + ".";
    }
}
