package org.answerloop.api;

import java.io.InputStream;
import java.util.List;
import java.util.function.Function;

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
import org.answerloop.api.IntakeGate.Kind;
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

    @Inject
    private IntakeGate gate;

    @Inject
    private Caller caller;

    @Inject
    private Sender sender;

    @Context
    private HttpHeaders headers;

    @POST
    @Consumes(ONE)
    public Response takeOne(InputStream body) {
        List<EventResult> results = take(
                gate.enterAlone(Kind.EVENTS, sender.holders()),
                body,
                EventLimits.EVENT_BYTES,
                json -> List.of(new EventDocument(json)));
        Problem problem = results.get(0).problem();
        if (problem != null && JsonFault.MALFORMED.equals(problem.code())) {
            // There is no event to give a result for: the request itself is broken, as a broken batch is.
            throw Refusal.malformed(problem);
        }
        return accepted(results);
    }

    @POST
    @Consumes(BATCH)
    public Response takeBatch(InputStream body) {
        return accepted(
                take(gate.enter(Kind.EVENTS, sender.holders()), body, EventLimits.REQUEST_BYTES, EventSplitter::batch));
    }

    @POST
    @Consumes(LINES)
    public Response takeLines(InputStream body) {
        return accepted(
                take(gate.enter(Kind.EVENTS, sender.holders()), body, EventLimits.REQUEST_BYTES, EventSplitter::lines));
    }

    private List<EventResult> take(
            IntakeGate.Admission entered, InputStream body, int most, Function<byte[], List<EventDocument>> split) {
        try (IntakeGate.Admission admission = entered) {
            List<EventDocument> events = split.apply(BoundedBody.read(body, headers, most, admission));
            return admission.store(() -> intake.take(events, caller.grant()));
        }
    }

    private Response accepted(List<EventResult> results) {
        return Response.accepted(ResultsBody.of(results))
                .type(MediaType.APPLICATION_JSON)
                .build();
    }
}
