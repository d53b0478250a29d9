package org.answerloop.web.reporting;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import org.answerloop.report.model.ImpactFigure;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.web.filter.FilterQuery;

/**
 * Which list of conversations, as it stands in the address of a page beside the filter: {@code metric}, with {@code at} (a
 * date of the bucket) and {@code key} for a part of it; or {@code impact}, with {@code since} and {@code before}. And where
 * in the list: {@code order}, {@code search}, {@code cursor}.
 */
@Named("list")
@RequestScoped
public class ListParameters {

    /** All that an address of a list holds besides the filter. */
    static final List<String> NAMES =
            List.of("metric", "at", "key", "impact", "since", "before", "order", "search", "cursor");

    private String metric;
    private String at;
    private String key;
    private String impact;
    private String since;
    private String before;
    private String order;
    private String search;
    private String cursor;

    /** The parameters of a list of conversations, read from the query of its address; what it does not know is dropped. */
    static FilterQuery read(String query) {
        return FilterParameters.read(query).with(FilterQuery.read(query, NAMES));
    }

    /** The figure that the address names; empty where it names none. */
    Optional<ListedFigure> figure(ReportFilter filter) {
        try {
            if (impact != null) {
                Instant from = Instant.parse(String.valueOf(since));
                Instant to = Instant.parse(String.valueOf(before));
                return ImpactFigure.named(impact).map(figure -> new ListedFigure.OfImpact(figure, from, to, filter));
            }
            LocalDate bucket = at == null ? null : LocalDate.parse(at);
            return Metric.named(metric == null ? Metric.HANDLED.id() : metric)
                    .map(named -> new ListedFigure.OfMetric(named, filter, bucket, key));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    /** What names the figure, without the place in the list. */
    FilterQuery toQuery() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("metric", metric);
        given.put("at", at);
        given.put("key", key);
        given.put("impact", impact);
        given.put("since", since);
        given.put("before", before);
        return new FilterQuery(given);
    }

    public String getMetric() {
        return metric;
    }

    public void setMetric(String metric) {
        this.metric = metric;
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

    public String getImpact() {
        return impact;
    }

    public void setImpact(String impact) {
        this.impact = impact;
    }

    public String getSince() {
        return since;
    }

    public void setSince(String since) {
        this.since = since;
    }

    public String getBefore() {
        return before;
    }

    public void setBefore(String before) {
        this.before = before;
    }

    public String getOrder() {
        return order;
    }

    public void setOrder(String order) {
        this.order = order;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search;
    }

    public String getCursor() {
        return cursor;
    }

    public void setCursor(String cursor) {
        this.cursor = cursor;
    }
}
