package org.answerloop.conversation.model;

import java.time.Instant;

import org.answerloop.resolution.model.Outcome;

/** Where a conversation stands. */
public enum ConversationState {
    /** The customer agent took no part, so there is nothing to decide. */
    OPEN,
    /** Handled, and the verdict has not been given. */
    PENDING,
    RESOLVED,
    NOT_RESOLVED;

    /**
     * @param outcome of the verdict; null while none has been given
     * @param firstPartAt when the customer agent first took part; null while it did not
     */
    public static ConversationState of(Outcome outcome, Instant firstPartAt) {
        if (outcome != null) {
            return outcome == Outcome.RESOLVED ? RESOLVED : NOT_RESOLVED;
        }
        return firstPartAt == null ? OPEN : PENDING;
    }
}
