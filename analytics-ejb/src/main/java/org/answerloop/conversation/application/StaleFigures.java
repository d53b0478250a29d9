package org.answerloop.conversation.application;

import java.time.Instant;
import java.util.Collection;

/**
 * Is told where figures change, in the transaction that changes them. Whoever keeps figures that were counted before
 * counts them again.
 */
public interface StaleFigures {

    /** @param moments at which something else counts now than before; may be empty */
    void changedAt(Collection<Instant> moments);

    /** @param conversations of which all feedback counts otherwise now than before; may be empty */
    void feedbackChangedOf(Collection<Long> conversations);
}
