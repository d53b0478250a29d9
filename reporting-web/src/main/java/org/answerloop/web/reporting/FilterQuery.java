package org.answerloop.web.reporting;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.answerloop.report.model.ReportFilter;

/** The parameters of an address, in their order. What is absent or blank is not there. */
public record FilterQuery(Map<String, String> given) {

    static final FilterQuery NONE = new FilterQuery(Map.of());

    /** Drops what is blank, and keeps a copy that nobody changes. */
    public FilterQuery {
        Map<String, String> kept = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                kept.put(name, value);
            }
        });
        given = Collections.unmodifiableMap(kept);
    }

    /** The parameters of the reports page, read from the query of its address; what it does not know is dropped. */
    static FilterQuery ofReports(String query) {
        return of(query, FilterParameters.NAMES);
    }

    /** The parameters of a list of conversations, read from the query of its address; what it does not know is dropped. */
    static FilterQuery ofList(String query) {
        return of(query, FilterParameters.NAMES).with(of(query, ListParameters.NAMES));
    }

    private static FilterQuery of(String query, List<String> names) {
        Map<String, String> read = new LinkedHashMap<>();
        for (String parameter : String.valueOf(query).split("&")) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                read.put(parameter.substring(0, equals), decoded(parameter.substring(equals + 1)));
            }
        }
        FilterQuery known = NONE;
        for (String name : names) {
            known = known.with(name, read.get(name));
        }
        return known;
    }

    /** The whole filter, also what it took by default: such an address means the same dates also when opened later. */
    static FilterQuery fixed(ReportFilter filter) {
        return NONE.with("from", filter.from())
                .with("until", filter.to().minusDays(1))
                .with("bucket", filter.bucket().name().toLowerCase(Locale.ROOT))
                .with("channel", filter.channel())
                .with("agent", filter.agent())
                .with("language", filter.language());
    }

    /** The same with one parameter set; null takes it away. */
    public FilterQuery with(String name, Object value) {
        Map<String, String> changed = new LinkedHashMap<>(given);
        changed.put(name, value == null ? null : value.toString());
        return new FilterQuery(changed);
    }

    /** The same with those of another. */
    public FilterQuery with(FilterQuery other) {
        Map<String, String> changed = new LinkedHashMap<>(given);
        changed.putAll(other.given);
        return new FilterQuery(changed);
    }

    /** The address of a page with these parameters. */
    public String on(String page) {
        return given.isEmpty() ? page : page + "?" + text();
    }

    /** As it stands behind the question mark. */
    String text() {
        return given.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
