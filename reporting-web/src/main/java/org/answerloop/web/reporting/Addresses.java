package org.answerloop.web.reporting;

import java.time.LocalDate;

import org.answerloop.report.model.Metric;
import org.answerloop.web.filter.FilterQuery;

/** Where the numbers of a metric lead: to exactly the conversations that they count. */
final class Addresses {

    static final String REPORTS = "index.xhtml";
    static final String CONVERSATIONS = "conversations.xhtml";

    static final String CONVERSATION = "conversation.xhtml";

    private final FilterQuery query;

    /** @param query the whole filter of the numbers */
    Addresses(FilterQuery query, Metric metric) {
        this.query = query.with("metric", metric.id());
    }

    /** What all of the metric's conversations have in common, and to which the queries below are added. */
    String ofTotal() {
        return query.on(CONVERSATIONS);
    }

    String of(FilterQuery part) {
        return query.with(part).on(CONVERSATIONS);
    }

    static FilterQuery bucket(LocalDate start) {
        return FilterQuery.NONE.with("at", start);
    }

    static FilterQuery key(String key) {
        return FilterQuery.NONE.with("key", key);
    }
}
