package org.answerloop.api;

import jakarta.ws.rs.core.Response;

import org.answerloop.event.model.Problem;

/** A request is refused for its form; carried to where the answer is written. */
class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Response.Status status;
    private final String code;

    private Refusal(Response.Status status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    static Refusal tooLarge(String code, String detail) {
        return new Refusal(Response.Status.REQUEST_ENTITY_TOO_LARGE, code, detail);
    }

    static Refusal malformed(Problem problem) {
        return new Refusal(Response.Status.BAD_REQUEST, problem.code(), problem.detail());
    }

    /** @param takes what the parameter takes, as the end of a sentence */
    static Refusal unusable(String parameter, String takes) {
        return new Refusal(
                Response.Status.BAD_REQUEST,
                "unusable-parameter",
                "The parameter \"" + parameter + "\" takes " + takes + ".");
    }

    Response response() {
        return ProblemBody.response(status, code, getMessage()).build();
    }
}
