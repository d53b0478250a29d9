package org.answerloop.conversation.application;

import java.util.Collection;

/**
 * Is told of conversations that count otherwise than before, in the transaction that changes them: the verdict was given,
 * they became eligible or ceased to be, or their channel became known. Whoever counts conversations beforehand counts them again.
 */
public interface ConversationChanges {

    /** @param conversations may be empty */
    void countOtherwise(Collection<Long> conversations);
}
