package org.answerloop.reevaluation.model;

import java.time.Instant;

/**
 * An order to judge conversations once more, and how far it is.
 *
 * @param orderedBy the name that they sign in with
 * @param reason in their words
 * @param importId whose conversations; null where they were named one by one
 * @param conversations how many were ordered
 * @param evaluated how many of them have been judged
 * @param changed how many of these have another verdict now
 * @param failed how many could not be judged and stay as they were
 * @param finishedAt null while it is being carried out
 */
public record Reevaluation(
        long id,
        Instant orderedAt,
        String orderedBy,
        String reason,
        Long importId,
        String importName,
        long conversations,
        long evaluated,
        long changed,
        long failed,
        Instant finishedAt) {

    public boolean isFinished() {
        return finishedAt != null;
    }

    /** From 0 to 1. */
    public double progress() {
        return isFinished() || conversations == 0 ? 1 : Math.min(1, (double) (evaluated + failed) / conversations);
    }
}
