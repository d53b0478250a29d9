package org.answerloop.api;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.answerloop.access.model.Scope;
import org.answerloop.report.application.Figures;
import org.answerloop.report.model.ConversationList;
import org.answerloop.report.model.Impact;
import org.answerloop.report.model.ImpactFigure;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.ReportFilter;

/** The same numbers as on the pages, and the conversations behind them. */
@Path("/reports")
@Produces({MediaType.APPLICATION_JSON, ProblemBody.MEDIA_TYPE})
@Opens(Scope.REPORTS)
public class ReportsResource {

    private static final Set<String> OF_ANY_TIME = Set.of("channel", "agent", "language");

    @Inject
    private Figures reports;

    @Inject
    private Caller caller;

    @Context
    private UriInfo address;

    @Context
    private HttpHeaders headers;

    @GET
    public Response list() {
        Locale language = headers.getAcceptableLanguages().get(0);
        return json(ReportListBody.in(language));
    }

    @GET
    @Path("/" + ImpactBody.ID)
    public Response impact() {
        ReportFilter filter = query(OF_ANY_TIME).filterOfAnyTime(reports.today());
        return json(ImpactBody.of(reports.impact(filter), reports.zone().getId()));
    }

    /** From and to are moments here, as the impact has them; without them the week so far is meant. */
    @GET
    @Path("/" + ImpactBody.ID + "/conversations")
    public Response conversationsOfImpact() {
        caller.requireAllSources();
        ReportQuery query = query(both(both(OF_ANY_TIME, Set.of("from", "to")), ReportQuery.ROWS));
        ImpactFigure figure = ImpactFigure.named(query.key() == null ? "" : query.key())
                .orElseThrow(() -> Refusal.unusable("key", "one of " + keysOfImpact()));
        ReportFilter filter = query.filterOfAnyTime(reports.today());
        Impact impact = reports.impact(filter);
        ConversationList list = reports.conversations(
                figure, query.moment("from", impact.from()), query.moment("to", impact.to()), filter, query.rows());
        return json(ConversationListBody.of(list));
    }

    @GET
    @Path("/{metric}")
    public Response report(@PathParam("metric") String name) {
        Metric metric = metric(name);
        ReportFilter filter = query(ReportQuery.FILTERS).filter(reports.today());
        return json(ReportBody.of(reports.report(metric, filter)));
    }

    @GET
    @Path("/{metric}/conversations")
    public Response conversations(@PathParam("metric") String name) {
        caller.requireAllSources();
        Metric metric = metric(name);
        ReportQuery query = query(both(ReportQuery.FILTERS, ReportQuery.ROWS));
        String key = query.key();
        if (key != null && !metric.hasKey(key)) {
            throw Refusal.unusable("key", keysOf(metric));
        }
        return json(ConversationListBody.of(
                reports.conversations(metric, query.filter(reports.today()), query.at(), key, query.rows())));
    }

    private ReportQuery query(Set<String> known) {
        return new ReportQuery(address.getQueryParameters(), known);
    }

    private static Metric metric(String name) {
        return Metric.named(name)
                .orElseThrow(() -> Refusal.notFound("There is no report " + name
                        + "; there are impact, "
                        + Arrays.stream(Metric.values()).map(Metric::id).collect(Collectors.joining(", ")) + "."));
    }

    private static String keysOf(Metric metric) {
        Set<String> keys = metric.parts().isEmpty()
                ? metric.keys().keySet()
                : metric.parts().keySet();
        return keys.isEmpty()
                ? "no value: the report " + metric.id() + " has no keys"
                : "one of " + String.join(", ", keys);
    }

    private static String keysOfImpact() {
        return Arrays.stream(ImpactFigure.values()).map(ImpactFigure::key).collect(Collectors.joining(", "));
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    private static Response json(Object body) {
        return Response.ok(body, MediaType.APPLICATION_JSON).build();
    }
}
