package org.answerloop.export.model;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The state of a page as it stands in its address: parameters by their names, without those that are blank. */
public record PageState(Map<String, String> given) {

    /** Characters of an address that is kept. */
    public static final int LONGEST = 4_000;

    /** Drops what is blank, and keeps a copy that nobody changes. */
    public PageState {
        Map<String, String> kept = new TreeMap<>();
        given.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                kept.put(name, value.replace("\0", ""));
            }
        });
        given = Collections.unmodifiableMap(kept);
    }

    /** Reads what {@link #text()} wrote. */
    public static PageState parse(String text) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String parameter : text.split("&")) {
            int at = parameter.indexOf('=');
            if (at > 0) {
                given.put(decoded(parameter.substring(0, at)), decoded(parameter.substring(at + 1)));
            }
        }
        return new PageState(given);
    }

    /** As it stands behind the question mark of an address. */
    public String text() {
        return given.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    public Optional<String> of(String name) {
        return Optional.ofNullable(given.get(name));
    }

    /** The same with one parameter set; null takes it away. */
    public PageState with(String name, Object value) {
        Map<String, String> changed = new LinkedHashMap<>(given);
        changed.put(name, value == null ? null : value.toString());
        return new PageState(changed);
    }

    /** Of these parameters those that are known. */
    public PageState only(Set<String> names) {
        Map<String, String> kept = new LinkedHashMap<>(given);
        kept.keySet().retainAll(names);
        return new PageState(kept);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
