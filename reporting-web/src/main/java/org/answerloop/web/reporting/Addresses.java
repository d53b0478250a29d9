package org.answerloop.web.reporting;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

    /** @param part one of the queries below */
    String of(String part) {
        return ofTotal + "&" + part;
    }

    /** A page has thousands of addresses, so they are put together and not made anew. */
    static String bucket(LocalDate start) {
        return "at=" + start;
    }

    static String key(String key) {
        return "key=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    /** @param key null for all */
    static String bucket(LocalDate start, String key) {
        return key == null ? bucket(start) : bucket(start) + "&" + key(key);
    }
}
