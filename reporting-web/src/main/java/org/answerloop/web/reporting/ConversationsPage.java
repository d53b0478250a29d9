package org.answerloop.web.reporting;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.kernel.UnknownCursorException;
import org.answerloop.report.application.Reports;
import org.answerloop.report.model.ConversationList;
import org.answerloop.report.model.ConversationRow;
import org.answerloop.report.model.FilterChoices;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.RowsRequest;
import org.answerloop.settings.Settings;
import org.answerloop.web.http.NoSuchPage;

/** The page {@code conversations.xhtml}: exactly the conversations behind a figure, the latest first. */
@Named
@RequestScoped
public class ConversationsPage {

    private static final int ROWS = 50;

    private Reports reports;
    private FilterParameters parameters;
    private Settings settings;
    private Texts texts;

    private String metricId;
    private String at;
    private String key;
    private String cursor;

    private Metric metric;
    private LocalDate bucket;
    private ReportFilter filter;
    private FilterQuery query;
    private FilterChoices choices;
    private FilterBar bar;
    private ConversationList list;

    /** For the proxy. */
    protected ConversationsPage() {}

    /** What the page is made with. */
    @Inject
    public ConversationsPage(Reports reports, FilterParameters parameters, Settings settings, Texts texts) {
        this.reports = reports;
        this.parameters = parameters;
        this.settings = settings;
        this.texts = texts;
    }

    /** Asks for the page of the list; an address that names no figure has no page. */
    public void load() {
        Optional<Metric> named = Metric.named(metricId == null ? Metric.HANDLED.id() : metricId);
        Optional<LocalDate> date = parsed(at);
        if (named.isEmpty() || (at != null && date.isEmpty())) {
            NoSuchPage.show();
            return;
        }
        metric = named.get();
        bucket = date.orElse(null);
        filter = parameters.toReportFilter();
        query = FilterQuery.fixed(filter)
                .with("metric", metric.id())
                .with("at", bucket)
                .with("key", key);
        bar = new FilterBar(Addresses.CONVERSATIONS, query, filter, texts);
        choices = reports.choices();
        try {
            list = reports.conversations(metric, filter, bucket, key, RowsRequest.latest(cursor, ROWS));
        } catch (UnknownCursorException stale) {
            NoSuchPage.show();
        }
    }

    private static Optional<LocalDate> parsed(String date) {
        try {
            return date == null ? Optional.empty() : Optional.of(LocalDate.parse(date));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    /** What the conversations have in common, as a title. */
    public String getTitle() {
        return texts.of("metric." + metric.id() + ".counted", list.total());
    }

    /** The report, the dates and the key that the figure is of. */
    public String getLead() {
        List<String> parts = new ArrayList<>();
        parts.add(texts.of("metric." + metric.id() + ".title"));
        parts.add(
                bucket == null
                        ? texts.formats().range(filter.from(), bar.lastDate())
                        : new BucketNames(filter.bucket(), texts).inFull(bucket));
        if (key != null) {
            parts.add(texts.labels().channel(key));
        }
        return String.join(" · ", parts);
    }

    public List<ConversationRow> getRows() {
        return list.rows();
    }

    /** The colour of a row's state. */
    public String badge(ConversationRow row) {
        return Badge.of(row.state());
    }

    /** How many rows of how many are shown. */
    public String getShown() {
        return texts.of("conversations.shown", list.rows().size(), list.total());
    }

    /** The address of the next page, or null on the last. */
    public String getNextAddress() {
        return list.next() == null ? null : query.with("cursor", list.next()).on(Addresses.CONVERSATIONS);
    }

    /** The address of the first page, or null on it. */
    public String getFirstAddress() {
        return cursor == null ? null : query.on(Addresses.CONVERSATIONS);
    }

    /** The reports under the same filter. */
    public String getReportsAddress() {
        return parameters.toQuery().on(Addresses.REPORTS);
    }

    /** The dates can be changed only where the figure is of all of them. */
    public FilterChip getDates() {
        return bucket == null ? bar.dates(parameters.today(), settings.weekStart()) : null;
    }

    public List<FilterChip> getNarrowing() {
        return bar.narrowing(choices);
    }

    public String getMetric() {
        return metricId;
    }

    public void setMetric(String metric) {
        this.metricId = metric;
    }

    public String getAt() {
        return at;
    }

    public void setAt(String at) {
        this.at = at;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getCursor() {
        return cursor;
    }

    public void setCursor(String cursor) {
        this.cursor = cursor;
    }
}
