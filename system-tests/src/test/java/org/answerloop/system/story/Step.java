package org.answerloop.system.story;

import java.time.Instant;
import java.util.Map;

/**
 * Something that occurred in a conversation, with what a source says of it.
 *
 * @param facts what the oracle looks at: {@code channel}, {@code language}, {@code agent}, {@code kind}, {@code message},
 *     {@code grounded}, {@code trigger}, {@code rating}, {@code about}, {@code flag}, {@code on}, {@code ticketClosed}
 * @param json the event as it is sent
 */
public record Step(String conversation, String event, Instant at, String type, Map<String, String> facts, String json) {

    String fact(String name) {
        return facts.get(name);
    }

    boolean is(String wanted) {
        return type.equals(wanted);
    }

    boolean is(String wanted, String name, String value) {
        return type.equals(wanted) && value.equals(facts.get(name));
    }
}
