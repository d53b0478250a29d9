package org.answerloop.conversation.application;

import java.time.Instant;
import java.util.Map;

/**
 * Conversations were judged once more, in this transaction, on all that is known by now: nothing that occurred up to their
 * deadlines is late any more. Whoever keeps elsewhere what was late observes this.
 *
 * @param deadlines by the id of the conversation
 */
public record VerdictsReplaced(Map<Long, Instant> deadlines) {

    public VerdictsReplaced {
        deadlines = Map.copyOf(deadlines);
    }
}
