package org.answerloop.event.application;

import java.util.Collection;

/** Is told which conversations events were taken into, in the transaction that takes them in. */
@FunctionalInterface
public interface ConversationWitness {

    /** Whoever keeps nothing of it. */
    ConversationWitness NOBODY = conversationIds -> {};

    /** @param conversationIds none twice; may be empty */
    void told(Collection<Long> conversationIds);
}
