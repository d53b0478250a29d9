package org.answerloop.api;

import java.util.Collection;
import java.util.Map;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.answerloop.event.model.Problem;

/** A request is refused for its form; carried to where the answer is written. */
class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int SECONDS_UNTIL_RETRY = 2;

    private final Response.Status status;
    private final String code;
    private final transient Map<String, Object> headers;

    private Refusal(Response.Status status, String code, String detail) {
        this(status, code, detail, Map.of());
    }

    private Refusal(Response.Status status, String code, String detail, Map<String, Object> headers) {
        super(detail);
        this.status = status;
        this.code = code;
        this.headers = headers;
    }

    static Refusal tooLarge(String code, String detail) {
        return new Refusal(Response.Status.REQUEST_ENTITY_TOO_LARGE, code, detail);
    }

    static Refusal malformed(Problem problem) {
        return new Refusal(Response.Status.BAD_REQUEST, problem.code(), problem.detail());
    }

    static Refusal incomplete() {
        return new Refusal(
                Response.Status.BAD_REQUEST,
                "incomplete-body",
                "The body ended before its time, or came too slowly; send it again.");
    }

    static Refusal busy() {
        return new Refusal(
                Response.Status.TOO_MANY_REQUESTS,
                "busy",
                "The server takes in as much as it can at the moment; send this again a little later.",
                Map.of(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_RETRY));
    }

    /** For a client that has more requests in hand than one client may. */
    static Refusal tooManyAtOnce() {
        return new Refusal(
                Response.Status.TOO_MANY_REQUESTS,
                "too-many-at-once",
                "Too many requests of this client are in hand; wait for some of their answers before you send more.",
                Map.of(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_RETRY));
    }

    /** For whoever sends again by itself what was not taken. */
    static Refusal unavailable() {
        return new Refusal(
                Response.Status.SERVICE_UNAVAILABLE,
                "unavailable",
                "Deliveries cannot be stored at the moment; send this one again a little later.",
                Map.of(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_RETRY));
    }

    static Refusal unsupportedEncoding() {
        return new Refusal(
                Response.Status.UNSUPPORTED_MEDIA_TYPE,
                "unsupported-encoding",
                "The body may be compressed with gzip; other encodings are not taken.",
                Map.of(HttpHeaders.ACCEPT_ENCODING, "gzip"));
    }

    /** @param takes what the parameter takes, as the end of a sentence */
    static Refusal unusable(String parameter, String takes) {
        return new Refusal(
                Response.Status.BAD_REQUEST,
                "unusable-parameter",
                "The parameter \"" + parameter + "\" takes " + takes + ".");
    }

    static Refusal unknown(String parameter, Collection<String> known) {
        return new Refusal(
                Response.Status.BAD_REQUEST,
                "unknown-parameter",
                "There is no parameter \"" + parameter + "\"; this address takes " + String.join(", ", known) + ".");
    }

    /** @param bound the sources that the key is bound to */
    static Refusal foreignSource(String bound) {
        return new Refusal(
                Response.Status.FORBIDDEN,
                "foreign-source",
                "This API key is bound to other sources (" + bound + "); use the key of this one.");
    }

    /** @param bound the sources that the key is bound to */
    static Refusal boundKey(String bound) {
        return new Refusal(
                Response.Status.FORBIDDEN,
                "foreign-source",
                "This list names conversations of all sources, and this API key is bound to some (" + bound
                        + "); use a key that is bound to none.");
    }

    static Refusal notFound(String detail) {
        return new Refusal(Response.Status.NOT_FOUND, "not-found", detail);
    }

    Response response() {
        Response.ResponseBuilder response = ProblemBody.response(status, code, getMessage());
        headers.forEach(response::header);
        return response.build();
    }
}
