package org.answerloop.web.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a form, as {@code application/x-www-form-urlencoded} writes them, in UTF-8.
 *
 * @param fields the values of each in the order in which they came
 */
record SentForm(Map<String, List<String>> fields) {

    static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

    private static final SentForm EMPTY = new SentForm(Map.of());

    /**
     * @param text null for none
     * @throws IllegalArgumentException where it is not written so
     */
    static SentForm parse(String text) {
        if (text == null || text.isEmpty()) {
            return EMPTY;
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                fields.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
            }
        }
        return new SentForm(fields);
    }

    /** These fields, and behind them those of the other one. */
    SentForm with(SentForm other) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        fields.forEach((name, values) -> all.put(name, new ArrayList<>(values)));
        other.fields.forEach((name, values) ->
                all.computeIfAbsent(name, first -> new ArrayList<>()).addAll(values));
        return new SentForm(all);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
