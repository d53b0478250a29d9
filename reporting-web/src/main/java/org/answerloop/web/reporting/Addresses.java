package org.answerloop.web.reporting;

import java.time.LocalDate;

import org.answerloop.report.model.Metric;
import org.answerloop.web.filter.FilterQuery;

/** Where the numbers of a metric lead: to exactly the conversations that they count. */
final class Addresses {

    static final String REPORTS = "index.xhtml";
    static final String CONVERSATIONS = "conversations.xhtml";

    static final String CONVERSATION = "conversation.xhtml";

    private final String ofTotal;

    /** @param query the whole filter of the numbers */
    Addresses(FilterQuery query, Metric metric) {
        this.ofTotal = query.with("metric", metric.id()).on(CONVERSATIONS);
    }

    /** What all of the metric's conversations have in common, and to which the queries below are added. */
    String ofTotal() {
        return ofTotal;
    }

    /** @param part parameters that the filter has none of */
    String of(FilterQuery part) {
        return ofTotal + "&" + part.text();
    }

    static FilterQuery bucket(LocalDate start) {
        return FilterQuery.NONE.with("at", start);
    }

    static FilterQuery key(String key) {
        return FilterQuery.NONE.with("key", key);
    }
}
