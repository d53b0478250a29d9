package org.answerloop.gap.model;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How a topic stands.
 *
 * @param version grows with every decision: whoever makes one says which version they read
 * @param snoozedUntil the date on which it is listed again; null where it was not snoozed
 * @param snoozed whether that date is still to come
 * @param reopened how often the question came again after its answer
 * @param reopenedAt when it last did; null where it never did
 * @param settledAt when it was resolved or dismissed; of a reopened one, when it was answered; null where it never was
 * @param reason of the dismissal; null where none was given
 * @param answerId of the short answer that answers it; of a reopened one, the answer that did not do
 * @param changedAt when somebody last decided something about it; null where nobody has
 * @param changedBy null where the question came again, and nobody has decided anything since
 */
public record Standing(
        long version,
        TopicState state,
        LocalDate snoozedUntil,
        boolean snoozed,
        int reopened,
        Instant reopenedAt,
        Instant settledAt,
        String settledBy,
        String reason,
        Long answerId,
        Instant changedAt,
        String changedBy) {

    /** Whether somebody may still settle it. */
    public boolean isOpen() {
        return state == TopicState.OPEN || state == TopicState.REOPENED;
    }
}
