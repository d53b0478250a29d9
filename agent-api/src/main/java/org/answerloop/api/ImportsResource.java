package org.answerloop.api;

import java.io.IOException;
import java.io.InputStream;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.answerloop.access.model.Scope;
import org.answerloop.imports.application.ImportTranscripts;

/** History in: a file of conversations, which is read as it comes and may be larger than the memory. */
@Path("/imports")
@Produces({MediaType.APPLICATION_JSON, ProblemBody.MEDIA_TYPE})
@Opens(Scope.EVENTS)
public class ImportsResource {

    @Inject
    private ImportTranscripts transcripts;

    @POST
    @Consumes({MediaType.APPLICATION_JSON, EventsResource.LINES})
    public Response take(@BeanParam ImportQuery query, InputStream file) throws IOException {
        return Response.ok(ImportBody.of(transcripts.run(file, query.options())))
                .type(MediaType.APPLICATION_JSON)
                .build();
    }
}
