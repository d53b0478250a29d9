package org.answerloop.connection.model;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A webhook's request as it came in.
 *
 * @param address as the sender wrote it: {@code https://}, the host that it named, and the path
 * @param headers by name in lower case
 * @param body the very bytes that were signed; not copied, so the caller leaves it alone from here on
 */
public record WebhookRequest(String address, Map<String, String> headers, byte[] body) {

    public WebhookRequest {
        Map<String, String> lower = new TreeMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        headers = lower;
    }

    /** The same with these headers instead. */
    public WebhookRequest with(Map<String, String> others) {
        return new WebhookRequest(address, others, body);
    }

    /** @param name in any case */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
