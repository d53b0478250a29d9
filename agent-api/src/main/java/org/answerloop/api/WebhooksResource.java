package org.answerloop.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.answerloop.connection.application.DeliveryWorker;
import org.answerloop.connection.application.ReceiveDelivery;
import org.answerloop.connection.application.ReceiveDelivery.Answer;
import org.answerloop.connection.application.ReceiveDelivery.Receipt;
import org.answerloop.connection.model.UnreadableSecretException;
import org.answerloop.connection.model.WebhookRequest;
import org.answerloop.event.model.EventLimits;

/** What platforms deliver by webhook: checked, stored, answered; the work on it comes afterwards. */
@Path("/webhooks/{platform}/{connection}")
@Produces({MediaType.APPLICATION_JSON, ProblemBody.MEDIA_TYPE})
@OpensBySignature
public class WebhooksResource {

    private static final System.Logger LOG = System.getLogger(WebhooksResource.class.getName());

    @Inject
    private ReceiveDelivery receiving;

    @Inject
    private DeliveryWorker worker;

    @Inject
    private IntakeGate gate;

    @Inject
    private Sender sender;

    @Context
    private HttpHeaders headers;

    @Context
    private UriInfo uri;

    /** What became of a delivery. */
    record Delivery(String status) {}

    @POST
    public Response take(
            @PathParam("platform") String platform, @PathParam("connection") String connection, InputStream body)
            throws IOException {
        if (!orUnavailable(() -> receiving.isKnown(platform, connection))) {
            return unknown();
        }
        try (IntakeGate.Admission admission = gate.enterAlone(IntakeGate.Kind.WEBHOOKS, sender.client(), connection)) {
            byte[] bytes = BoundedBody.read(body, headers, EventLimits.EVENT_BYTES, admission);
            WebhookRequest request = new WebhookRequest(address(), headers(), bytes);
            return answer(orUnavailable(() -> receiving.receive(platform, connection, request)));
        }
    }

    /** Platforms ask whether there is anybody before they accept an address; this says nothing about connections. */
    @HEAD
    public Response probe() {
        return Response.noContent().build();
    }

    /** A platform sends again by itself what could not be taken. */
    private static <T> T orUnavailable(Supplier<T> deed) {
        try {
            return deed.get();
        } catch (EJBException | UnreadableSecretException e) {
            LOG.log(System.Logger.Level.ERROR, "A delivery could not be taken in", e);
            throw Refusal.unavailable();
        }
    }

    private Response answer(Answer answer) {
        switch (answer.receipt()) {
            case UNKNOWN:
                return unknown();
            case REFUSED:
                return ProblemBody.response(
                                Response.Status.UNAUTHORIZED,
                                "not-genuine",
                                answer.check().sentence())
                        .build();
            default:
                if (answer.receipt() == Receipt.ACCEPTED) {
                    worker.wake();
                }
                return Response.status(
                                answer.receipt() == Receipt.ACCEPTED ? Response.Status.ACCEPTED : Response.Status.OK)
                        .entity(new Delivery(answer.receipt().name().toLowerCase(Locale.ROOT)))
                        .type(MediaType.APPLICATION_JSON)
                        .build();
        }
    }

    private static Response unknown() {
        return ProblemBody.notFound("There is no such connection, or it is switched off.");
    }

    /** As the platform was given it: it delivers by https, whatever stands between it and us. */
    private String address() {
        String named = headers.getHeaderString("X-Forwarded-Host");
        String host = named == null ? headers.getHeaderString(HttpHeaders.HOST) : named;
        return "https://" + host + uri.getRequestUri().getRawPath();
    }

    private Map<String, String> headers() {
        Map<String, String> all = new TreeMap<>();
        headers.getRequestHeaders().keySet().forEach(name -> all.put(name, headers.getHeaderString(name)));
        return all;
    }
}
