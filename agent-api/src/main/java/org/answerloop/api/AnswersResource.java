package org.answerloop.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.answerloop.access.model.Scope;
import org.answerloop.answer.application.AnswerSearch;

/** The short answers that fit a question, for the customer agent. */
@Path("/answers")
@Produces({MediaType.APPLICATION_JSON, ProblemBody.MEDIA_TYPE})
@Opens(Scope.ANSWERS)
public class AnswersResource {

    @Inject
    private AnswerSearch search;

    @GET
    public AnswersBody answers(
            @QueryParam("q") String question,
            @QueryParam("language") String language,
            @QueryParam("limit") @DefaultValue("5") String limit) {
        return AnswersBody.of(search.search(question, language, number(limit)));
    }

    /** What is no number is out of bounds. */
    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }
}
