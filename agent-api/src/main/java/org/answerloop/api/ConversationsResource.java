package org.answerloop.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.answerloop.access.model.Scope;
import org.answerloop.conversation.application.ConversationReader;

/** One conversation: its state, its verdict with the findings, and what occurred. */
@Path("/conversations")
@Produces({MediaType.APPLICATION_JSON, ProblemBody.MEDIA_TYPE})
@Opens(Scope.REPORTS)
public class ConversationsResource {

    @Inject
    private ConversationReader conversations;

    @Inject
    private Caller caller;

    /**
     * Both are URL-encoded; a source is often an address itself, so servers that decode early still find it.
     *
     * @param cursor {@code next} of the page of the timeline before; null for the first
     */
    @GET
    @Path("/{source: .+}/{id}")
    public Response conversation(
            @PathParam("source") String source,
            @PathParam("id") String id,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("200") int limit) {
        caller.requireSource(source);
        return conversations
                .find(source, id, cursor, limit)
                .map(view -> Response.ok(ConversationBody.of(view), MediaType.APPLICATION_JSON))
                .map(Response.ResponseBuilder::build)
                .orElseGet(() ->
                        ProblemBody.notFound("There is no conversation " + id + " of the source " + source + "."));
    }
}
