package org.answerloop.web.reporting;

import java.time.LocalDate;

import org.answerloop.report.model.Metric;

/** Where the numbers of a metric lead: to exactly the conversations that they count. */
final class Addresses {

    static final String REPORTS = "index.xhtml";
    static final String CONVERSATIONS = "conversations.xhtml";

    private final FilterQuery query;

    /** @param query the whole filter of the numbers */
    Addresses(FilterQuery query, Metric metric) {
        this.query = query.with("metric", metric.id());
    }

    String ofTotal() {
        return query.on(CONVERSATIONS);
    }

    String ofBucket(LocalDate start) {
        return query.with("at", start).on(CONVERSATIONS);
    }

    String ofKey(String key) {
        return query.with("key", key).on(CONVERSATIONS);
    }
}
