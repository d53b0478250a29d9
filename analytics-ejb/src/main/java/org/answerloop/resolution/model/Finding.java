package org.answerloop.resolution.model;

import java.time.Instant;
import java.util.Objects;

/**
 * Whether one criterion held, and what shows it.
 *
 * @param evidence the id of the message that shows it, {@code handoff:} and the trigger for a handoff,
 *     {@code handoff_request} for one that names no message; null where nothing happened that could be shown
 * @param at when the evidence occurred; the deadline where the finding is that nothing happened
 */
public record Finding(Criterion criterion, boolean met, String evidence, Instant at) {

    public Finding {
        Objects.requireNonNull(criterion, "criterion");
        Objects.requireNonNull(at, "at");
    }
}
