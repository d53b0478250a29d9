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

    /** No page of ours has a tenth of it. */
    static final int MOST_FIELDS = 1_000;

    /** What a field takes up in the memory beside its name and value. */
    static final int BYTES_OF_A_FIELD = 256;

    private static final char SEPARATOR = '&';
    private static final SentForm EMPTY = new SentForm(Map.of());

    /**
     * @param text null for none
     * @throws PageRefusal.Raised where it is not written so, or has too many fields
     */
    static SentForm parse(String text) {
        if (text == null || text.isEmpty()) {
            return EMPTY;
        }
        if (text.chars().filter(c -> c == SEPARATOR).count() >= MOST_FIELDS) {
            throw new PageRefusal.Raised(PageRefusal.TOO_MANY_FIELDS);
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : text.split(String.valueOf(SEPARATOR))) {
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

    /** How many fields end in these bytes and have another one behind them. */
    static int separators(byte[] bytes, int count) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            if (bytes[i] == SEPARATOR) {
                found++;
            }
        }
        return found;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new PageRefusal.Raised(PageRefusal.MALFORMED);
        }
    }
}
