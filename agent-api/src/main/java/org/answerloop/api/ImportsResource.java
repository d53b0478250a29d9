package org.answerloop.api;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;

import org.answerloop.access.model.Scope;
import org.answerloop.client.PacedInput;
import org.answerloop.event.model.Problem;
import org.answerloop.imports.application.ImportReport;
import org.answerloop.imports.application.ImportSpool;
import org.answerloop.imports.application.Imports;
import org.answerloop.imports.model.CsvTemplate;
import org.answerloop.imports.model.ImportJob;
import org.answerloop.imports.model.ImportOptions;
import org.answerloop.imports.model.ReportWords;
import org.answerloop.imports.model.SpooledFile;

/** History in: files that may be larger than the memory are written down as they come, and worked off afterwards. */
@Path("/imports")
@Produces({MediaType.APPLICATION_JSON, ProblemBody.MEDIA_TYPE})
@Opens(Scope.IMPORTS)
public class ImportsResource {

    static final String CSV = "text/csv";

    @Inject
    private Imports imports;

    @Inject
    private ImportSpool spool;

    @Inject
    private ImportReport reports;

    @Inject
    private Caller caller;

    @Inject
    private UploadGate gate;

    @Inject
    private Sender sender;

    @Context
    private HttpHeaders headers;

    @Context
    private UriInfo address;

    @POST
    @Consumes({EventsResource.LINES, CSV, MediaType.APPLICATION_JSON, MediaType.APPLICATION_OCTET_STREAM})
    public Response create(InputStream body) throws IOException {
        ImportQuery query = ImportQuery.of(address.getQueryParameters(), headers.getMediaType());
        ImportOptions options = imports.complete(query.format(), query.options());
        ImportJob job = create(stored(body), query, options);
        URI where =
                address.getAbsolutePathBuilder().path(Long.toString(job.id())).build();
        return Response.accepted(ImportBody.of(job))
                .type(MediaType.APPLICATION_JSON)
                .location(where)
                .build();
    }

    private SpooledFile stored(InputStream body) throws IOException {
        try {
            return gate.store(inflated(new PacedInput(body)), sender.holders());
        } catch (PacedInput.BrokenOffException e) {
            throw Refusal.incomplete();
        } catch (ZipException | EOFException e) {
            throw Refusal.malformed(
                    new Problem("malformed-gzip", "", "The body is no well-formed gzip, or ends early."));
        }
    }

    private ImportJob create(SpooledFile file, ImportQuery query, ImportOptions options) {
        try {
            return imports.create(file, query.name(), query.format(), options, caller.grant());
        } catch (RuntimeException e) {
            spool.remove(file.name());
            throw e;
        }
    }

    @GET
    public Response list(@QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
        return json(ImportListBody.of(imports.list(caller.grant(), cursor, limit)));
    }

    /** A file to begin with. */
    @GET
    @Path("/template.csv")
    @Produces(CSV)
    public Response template() {
        return Response.ok(CsvTemplate.text(), CSV + ";charset=UTF-8").build();
    }

    @GET
    @Path("/{id: [0-9]{1,18}}")
    public Response find(@PathParam("id") long id) {
        return json(ImportBody.of(found(id)));
    }

    @POST
    @Path("/{id: [0-9]{1,18}}/stop")
    public Response stop(@PathParam("id") long id) {
        found(id);
        return json(ImportBody.of(imports.stop(id, caller.grant().caller())));
    }

    @POST
    @Path("/{id: [0-9]{1,18}}/resume")
    public Response resume(@PathParam("id") long id) {
        found(id);
        return json(ImportBody.of(imports.resume(id, caller.grant().caller())));
    }

    @DELETE
    @Path("/{id: [0-9]{1,18}}")
    public Response discard(@PathParam("id") long id) {
        found(id);
        imports.discard(id, caller.grant().caller());
        return Response.noContent().build();
    }

    @GET
    @Path("/{id: [0-9]{1,18}}/report")
    @Produces({CSV, ProblemBody.MEDIA_TYPE})
    public Response report(@PathParam("id") long id) {
        found(id);
        StreamingOutput table = out -> reports.write(id, ReportWords.FOR_PROGRAMS, out);
        return Response.ok(table, CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-" + id + "-report.csv\"")
                .build();
    }

    private InputStream inflated(InputStream body) throws IOException {
        String encoding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (encoding == null || encoding.isBlank() || encoding.strip().equalsIgnoreCase("identity")) {
            return body;
        }
        if (!encoding.strip().equalsIgnoreCase("gzip")) {
            throw Refusal.unsupportedEncoding();
        }
        return new GZIPInputStream(body);
    }

    /** @throws Refusal where the caller knows of no such import */
    private ImportJob found(long id) {
        return imports.find(id, caller.grant()).orElseThrow(() -> Refusal.notFound("There is no import " + id + "."));
    }

    private static Response json(Object body) {
        return Response.ok(body, MediaType.APPLICATION_JSON).build();
    }
}
