package org.answerloop.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The header {@code Forwarded} (RFC 7239): each proxy on the way adds what it saw, the last one at the end. */
final class ForwardedHeader {

    private ForwardedHeader() {}

    /**
     * What one proxy saw.
     *
     * @param from who sent the request to it; nothing where it does not say so
     * @param protocol how, in small letters; nothing where it does not say so
     */
    record Hop(Optional<String> from, Optional<String> protocol) {}

    static List<Hop> parse(List<String> values) {
        return values.stream()
                .flatMap(value -> split(value, ',').stream())
                .map(ForwardedHeader::hop)
                .toList();
    }

    private static Hop hop(String element) {
        Optional<String> from = Optional.empty();
        Optional<String> protocol = Optional.empty();
        for (String pair : split(element, ';')) {
            int equals = pair.indexOf('=');
            String name = pair.substring(0, Math.max(0, equals)).strip().toLowerCase(Locale.ROOT);
            String value = unquoted(pair.substring(equals + 1).strip());
            if (name.equals("for")) {
                from = Optional.of(value);
            } else if (name.equals("proto")) {
                protocol = Optional.of(value.toLowerCase(Locale.ROOT));
            }
        }
        return new Hop(from, protocol);
    }

    /** What stands in quotation marks is not cut. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        parts.removeIf(String::isBlank);
        return parts;
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
                : value;
    }
}
