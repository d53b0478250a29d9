package org.answerloop.web.reporting;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.kernel.UnknownCursorException;
import org.answerloop.report.application.Reports;
import org.answerloop.report.model.ConversationList;
import org.answerloop.report.model.ConversationRow;
import org.answerloop.report.model.FilterChoices;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.RowsRequest;
import org.answerloop.report.model.RowsRequest.Order;
import org.answerloop.settings.Settings;
import org.answerloop.web.filter.FilterChip;
import org.answerloop.web.filter.FilterQuery;
import org.answerloop.web.http.NoSuchPage;

/** The page {@code conversations.xhtml}: exactly the conversations behind a figure, a page at a time. */
@Named
@RequestScoped
public class ConversationsPage {

    private static final int ROWS = 50;
    private static final String EARLIEST = "earliest";

    private Reports reports;
    private FilterParameters parameters;
    private ListParameters list;
    private Settings settings;
    private Texts texts;

    private ReportFilter filter;
    private FilterQuery query;
    private FilterChoices choices;
    private FilterBar bar;
    private ListedFigure figure;
    private ConversationList found;

    /** For the proxy. */
    protected ConversationsPage() {}

    /** What the page is made with. */
    @Inject
    public ConversationsPage(
            Reports reports, FilterParameters parameters, ListParameters list, Settings settings, Texts texts) {
        this.reports = reports;
        this.parameters = parameters;
        this.list = list;
        this.settings = settings;
        this.texts = texts;
    }

    /** Asks for the page of the list; an address that names no figure has no page. */
    public void load() {
        filter = parameters.toReportFilter();
        Optional<ListedFigure> named = list.figure(filter);
        if (named.isEmpty()) {
            NoSuchPage.show();
            return;
        }
        figure = named.get();
        query = parameters.toFixedQuery(filter).with(list.toQuery());
        bar = new FilterBar(Addresses.CONVERSATIONS, query, filter, texts);
        choices = reports.choices();
        try {
            found = figure.rows(reports, request());
        } catch (UnknownCursorException stale) {
            NoSuchPage.show();
        }
    }

    private RowsRequest request() {
        Order order = isEarliestFirst() ? Order.EARLIEST_FIRST : Order.LATEST_FIRST;
        return new RowsRequest(order, list.getSearch(), list.getCursor(), ROWS);
    }

    /** What the conversations have in common, as a title. */
    public String getTitle() {
        return figure.counted(found.total(), texts);
    }

    /** The report, the dates and the key that the figure is of. */
    public String getLead() {
        return figure.described(texts);
    }

    public List<ConversationRow> getRows() {
        return found.rows();
    }

    /** The colour of a row's state. */
    public String badge(ConversationRow row) {
        return Badge.of(row.state());
    }

    /** The conversation of a row, from where the way leads back to this page of the list. */
    public String address(ConversationRow row) {
        String back = query.with("order", list.getOrder())
                .with("search", list.getSearch())
                .with("cursor", list.getCursor())
                .text();
        return FilterQuery.NONE.with("id", row.id()).with("list", back).on(Addresses.CONVERSATION);
    }

    /** How many rows of how many are shown. */
    public String getShown() {
        String key = isSearching() ? "conversations.found" : "conversations.shown";
        return texts.of(key, found.rows().size(), found.total());
    }

    /** Whether only those are shown in which something was said. */
    public boolean isSearching() {
        return list.getSearch() != null && !list.getSearch().isBlank();
    }

    public boolean isEarliestFirst() {
        return EARLIEST.equals(list.getOrder());
    }

    /** The same list in the other order, from its beginning. */
    public String getTurnedAddress() {
        return searching().with("order", isEarliestFirst() ? null : EARLIEST).on(Addresses.CONVERSATIONS);
    }

    /** The address of the next page, or null on the last. */
    public String getNextAddress() {
        return found.next() == null
                ? null
                : ordered(searching()).with("cursor", found.next()).on(Addresses.CONVERSATIONS);
    }

    /** The address of the first page, or null on it. */
    public String getFirstAddress() {
        return list.getCursor() == null ? null : ordered(searching()).on(Addresses.CONVERSATIONS);
    }

    /** The list without the search. */
    public String getUnsearchedAddress() {
        return ordered(query).on(Addresses.CONVERSATIONS);
    }

    /** Whether the list can be taken along: one of the week's figures cannot. */
    public boolean isExportable() {
        return figure.isOfMetric();
    }

    /** What the forms of the search and of the export keep. */
    public List<Map.Entry<String, String>> getKept() {
        return List.copyOf(ordered(query).given().entrySet());
    }

    private FilterQuery searching() {
        return query.with("search", list.getSearch());
    }

    private FilterQuery ordered(FilterQuery other) {
        return other.with("order", list.getOrder());
    }

    /** The reports under the same filter. */
    public String getReportsAddress() {
        return parameters.toQuery().on(Addresses.REPORTS);
    }

    /** The dates can be changed only where the figure is of all of them. */
    public FilterChip getDates() {
        return figure.isOfAllDates() ? bar.dates(parameters.today(), settings.weekStart()) : null;
    }

    public List<FilterChip> getNarrowing() {
        return bar.narrowing(choices);
    }
}
