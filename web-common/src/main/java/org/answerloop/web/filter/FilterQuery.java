package org.answerloop.web.filter;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The parameters of an address, in their order. What is absent or blank is not there. */
public record FilterQuery(Map<String, String> given) {

    /** An address without parameters. */
    public static final FilterQuery NONE = new FilterQuery(Map.of());

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

    /** The parameters of those names, read from the query of an address; what else it holds is dropped. */
    public static FilterQuery read(String query, List<String> names) {
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
    public String text() {
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
