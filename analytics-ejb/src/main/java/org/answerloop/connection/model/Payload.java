package org.answerloop.connection.model;

import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** Reading of payloads: members that a mapping cannot do without, and those that it can. */
final class Payload {

    private Payload() {}

    /** A text, or a number as text; empty where it is missing, null or blank. */
    static Optional<String> text(JsonNode value) {
        return value.isTextual() || value.isNumber()
                ? Optional.of(value.asText().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    static String textOrNull(JsonNode value) {
        return text(value).orElse(null);
    }

    static String id(JsonNode object, String pointer) throws UnmappableException {
        return text(object.at(pointer)).orElseThrow(() -> missing(pointer));
    }

    static Instant time(JsonNode object, String pointer) throws UnmappableException {
        return PlatformTime.of(object.at(pointer)).orElseThrow(() -> missing(pointer));
    }

    private static UnmappableException missing(String pointer) {
        return new UnmappableException(
                "The payload has no usable \"" + pointer.substring(1).replace('/', '.') + "\".");
    }
}
