package org.answerloop.web.reporting;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.report.application.Reports;
import org.answerloop.report.model.Comparison;
import org.answerloop.report.model.FilterChoices;
import org.answerloop.report.model.Impact;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.Report;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.settings.Settings;
import org.answerloop.web.filter.FilterChip;
import org.answerloop.web.filter.FilterQuery;

/** The page {@code index.xhtml}: every report as a card, under one filter. One that fails does not take the others with it. */
@Named
@RequestScoped
public class ReportsPage {

    private Reports reports;
    private FilterParameters parameters;
    private Settings settings;
    private CardMemory memory;
    private Texts texts;

    private ReportFilter filter;
    private FilterQuery query;
    private FilterChoices choices;
    private boolean withoutData;
    private FilterBar bar;
    private Optional<Comparison> comparison = Optional.empty();
    private Report handled;
    private List<ImpactTile> tiles = List.of();
    private final Map<String, ReportCard> cards = new LinkedHashMap<>();

    /** For the proxy. */
    protected ReportsPage() {}

    /** What the page is made with. */
    @Inject
    public ReportsPage(
            Reports reports, FilterParameters parameters, Settings settings, CardMemory memory, Texts texts) {
        this.reports = reports;
        this.parameters = parameters;
        this.settings = settings;
        this.memory = memory;
        this.texts = texts;
    }

    /** Asks for everything that the page shows. */
    public void load() {
        filter = parameters.toReportFilter();
        query = parameters.toQuery();
        bar = new FilterBar(Addresses.REPORTS, query, filter, texts);
        comparison = parameters.comparison(filter);
        ReportsAttempt attempt = new ReportsAttempt(reports);
        Optional<FilterChoices> found = attempt.attempt("filter choices", reports::choices);
        choices = found.orElse(FilterChoices.NONE);
        withoutData = found.isPresent() && choices.channels().isEmpty();
        makeCards(attempt);
        tiles = attempt.attempt("figures of the week", () -> tiles(reports.impact(filter)))
                .orElse(List.of());
    }

    private void makeCards(ReportsAttempt attempt) {
        Map<Metric, Report> made = attempt.all(filter);
        Map<Metric, Report> earlier =
                comparison.map(Comparison::compared).map(attempt::all).orElse(Map.of());
        handled = made.get(Metric.HANDLED);
        CardMaker maker = new CardMaker(parameters.toFixedQuery(filter), made, memory, texts);
        for (Metric metric : Metric.values()) {
            Optional<ReportCard> card = Optional.ofNullable(made.get(metric))
                    .map(report -> new Compared(report, comparison.orElse(null), earlier.get(metric)))
                    .flatMap(compared -> attempt.attempt("card " + metric.id(), () -> maker.card(compared)));
            cards.put(metric.id(), card.orElse(ReportCard.FAILED));
        }
    }

    /** A tile leads to what happened in just its span, up to the moment at which it was counted. */
    private List<ImpactTile> tiles(Impact impact) {
        FilterQuery span =
                parameters.toFixedQuery(filter).with("since", impact.from()).with("before", impact.to());
        return impact.tiles().stream()
                .map(tile -> ImpactTile.of(tile, span.with("impact", tile.key()).on(Addresses.CONVERSATIONS), texts))
                .toList();
    }

    /** Whose conversations, in which zone and weeks, and how fresh. */
    public String getLead() {
        List<String> names = choices.agents().stream()
                .filter(agent -> filter.agent() == null || filter.agent().equals(agent.id()))
                .map(FilterChoices.Agent::name)
                .toList();
        String weekday = texts.formats().dayOfWeek(settings.weekStart());
        String fresh =
                handled == null ? "" : texts.of("reports.fresh", texts.formats().time(handled.refreshedAt()));
        return texts.of("reports.lead", agents(names), settings.zone().getId(), weekday) + " " + fresh;
    }

    private String agents(List<String> names) {
        int most = 3;
        if (names.isEmpty()) {
            return texts.of("reports.agents.none");
        }
        return names.size() > most
                ? texts.of("reports.agents.many", names.size())
                : texts.formats().list(names);
    }

    /** Up to which date nothing changes any more, and how many conversations are still awaited. */
    public String getNote() {
        if (handled == null) {
            return "";
        }
        if (handled.total().value() == 0) {
            return texts.of("reports.none");
        }
        String until = texts.formats().day(handled.settledUntil());
        long pending = Optional.ofNullable(handled.total().pending()).orElse(0L);
        return pending == 0
                ? texts.of("reports.settled", until)
                : texts.of("reports.pending", until, pending, settings.window().toHours());
    }

    /** Whether conversations of these dates are still awaited. */
    public boolean isAwaiting() {
        return handled != null && handled.total().provisional();
    }

    /** Whether the database holds no conversation with the customer agent at all. */
    public boolean isWithoutData() {
        return withoutData;
    }

    public FilterChip getDates() {
        return bar.dates(parameters.today(), settings.weekStart());
    }

    public FilterChip getBucket() {
        return bar.bucket();
    }

    /** What an export is asked for with: the page as it is, with its dates said. */
    public String getExportQuery() {
        return parameters.toFixedQuery(filter).text();
    }

    /** What the figures at the head of the cards are compared with. */
    public String getAgainst() {
        return comparison
                .map(chosen ->
                        texts.of("compare." + ComparedWith.of(chosen.kind()).key()))
                .map(name -> texts.of("compare.against", name))
                .orElse("");
    }

    public FilterChip getComparison() {
        return bar.comparison(comparison);
    }

    public List<FilterChip> getNarrowing() {
        return bar.narrowing(choices);
    }

    public List<ImpactTile> getTiles() {
        return tiles;
    }

    public Section[] getSections() {
        return Section.values();
    }

    public Map<String, ReportCard> getCards() {
        return cards;
    }

    /** How the filter is set, for the form with free dates. */
    public ReportFilter getFilter() {
        return filter;
    }

    /** The last date of the period. */
    public LocalDate getLastDate() {
        return bar.lastDate();
    }

    /** The parameters that free dates leave as they are. */
    public List<Map.Entry<String, String>> getKeptWithDates() {
        FilterQuery kept = query.with("period", null)
                .with("from", null)
                .with("until", null)
                .with("bucket", null);
        return List.copyOf(kept.given().entrySet());
    }

    /** The address without any narrowing, or null where nothing is narrowed. */
    public String getClearAddress() {
        FilterQuery cleared = query.with("channel", null).with("agent", null).with("language", null);
        return cleared.equals(query) ? null : cleared.on(Addresses.REPORTS);
    }
}
