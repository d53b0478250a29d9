package org.answerloop.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.answerloop.access.model.Scope;
import org.answerloop.event.application.EventIntake;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventLimits;
import org.answerloop.event.model.EventResult;
import org.answerloop.event.model.JsonFault;
import org.answerloop.event.model.Problem;

/** Events in: CloudEvents 1.0 in JSON, one, as a batch, or one a line. */
@Path("/events")
@Produces({MediaType.APPLICATION_JSON, ProblemBody.MEDIA_TYPE})
@Opens(Scope.EVENTS)
public class EventsResource {

    static final String ONE = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";
    static final String LINES = "application/x-ndjson";

    @Inject
    private EventIntake intake;

    @Context
    private HttpHeaders headers;

    @POST
    @Consumes(ONE)
    public Response takeOne(InputStream body) throws IOException {
        byte[] json = BoundedBody.read(body, headers.getLength(), EventLimits.EVENT_BYTES);
        List<EventResult> results = intake.take(List.of(new EventDocument(json)));
        Problem problem = results.get(0).problem();
        if (problem != null && JsonFault.MALFORMED.equals(problem.code())) {
            // There is no event to give a result for: the request itself is broken, as a broken batch is.
            throw Refusal.malformed(problem);
        }
        return accepted(results);
    }

    @POST
    @Consumes(BATCH)
    public Response takeBatch(InputStream body) throws IOException {
        byte[] json = BoundedBody.read(body, headers.getLength(), EventLimits.REQUEST_BYTES);
        return accepted(intake.take(EventSplitter.batch(json)));
    }

    @POST
    @Consumes(LINES)
    public Response takeLines(InputStream body) throws IOException {
        byte[] lines = BoundedBody.read(body, headers.getLength(), EventLimits.REQUEST_BYTES);
        return accepted(intake.take(EventSplitter.lines(lines)));
    }

    private Response accepted(List<EventResult> results) {
        return Response.accepted(ResultsBody.of(results))
                .type(MediaType.APPLICATION_JSON)
                .build();
    }
}
