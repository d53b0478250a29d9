package org.answerloop.event.model;

import java.util.Objects;

/**
 * One event as it came in: the bytes of one CloudEvents 1.0 JSON object, not yet looked into.
 *
 * @param json UTF-8; not copied, so the caller leaves it alone from here on
 */
public record EventDocument(byte[] json) {

    public EventDocument {
        Objects.requireNonNull(json, "json");
    }
}
