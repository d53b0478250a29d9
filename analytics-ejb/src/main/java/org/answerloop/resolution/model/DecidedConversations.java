package org.answerloop.resolution.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Where the conversations come from that are judged once more. */
public interface DecidedConversations {

    /** @return those that have no verdict, and get one at their deadline */
    List<Long> undecided(Collection<Long> ids);

    /** Takes hold of those that have a verdict, that nobody else holds, and of which nobody is telling any more. */
    List<Held> hold(Collection<Long> ids);

    /** Writes down what was said to those that were held, in the same transaction. */
    void keep(List<Held> held, Replacement replacement);

    /** One that is held. */
    record Held(long id, DecidedConversation conversation) {}

    /**
     * Who had verdicts replaced.
     *
     * @param by the name that they sign in with
     * @param reason in their words
     */
    record Replacement(String by, String reason, Instant at) {}
}
