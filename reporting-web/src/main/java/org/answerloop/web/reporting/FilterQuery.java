package org.answerloop.web.reporting;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The parameters of an address, in their order. What is absent or blank is not there. */
public record FilterQuery(Map<String, String> given) {

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

    /** The same with one parameter set; null takes it away. */
    public FilterQuery with(String name, Object value) {
        Map<String, String> changed = new LinkedHashMap<>(given);
        changed.put(name, value == null ? null : value.toString());
        return new FilterQuery(changed);
    }

    /** The address of a page with these parameters. */
    public String on(String page) {
        return given.isEmpty() ? page : page + "?" + text();
    }

    private String text() {
        return given.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
