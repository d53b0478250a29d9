package org.answerloop.conversation.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * When an event occurred; the event's id puts those of one moment in an order that does not depend on their arrival.
 */
public record Stamp(Instant at, String eventId) implements Comparable<Stamp> {

    private static final Comparator<Stamp> ORDER =
            Comparator.comparing(Stamp::at).thenComparing(Stamp::eventId);

    public Stamp {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(eventId, "eventId");
    }

    @Override
    public int compareTo(Stamp other) {
        return ORDER.compare(this, other);
    }

    boolean isBefore(Stamp other) {
        return other == null || compareTo(other) < 0;
    }

    boolean isAfter(Stamp other) {
        return other == null || compareTo(other) > 0;
    }
}
