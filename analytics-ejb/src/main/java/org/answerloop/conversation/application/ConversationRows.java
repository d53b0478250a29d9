package org.answerloop.conversation.application;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

import org.answerloop.conversation.model.ConversationKey;
import org.answerloop.conversation.model.CourseLookup;
import org.answerloop.conversation.model.StatedMessage;
import org.answerloop.conversation.model.Taken;

/** What was said and done in conversations, a row each, in the caller's transaction. */
public interface ConversationRows {

    /**
     * What is known of some messages: each is found by its id, none is searched for, and no text is read.
     *
     * @param messageIds by the id of the conversation
     * @return by the id of the conversation and that of the message
     */
    Map<Long, Map<String, StatedMessage>> stated(Map<Long, Set<String>> messageIds);

    /** Waits until nobody else begins one of these, and has others wait until the end of this transaction. */
    void awaitTurn(Collection<ConversationKey> beginning);

    /** Writes what conversations took in, of which each has its own row already. */
    void write(Collection<Taken> taken);

    /** Takes away what was said, and who the visitors were; that it was said stays. */
    void forget(Collection<Long> conversationIds);

    /** The short answers that a message cites by what it was stated with last. */
    Set<String> citedAnswers(long conversationId, String messageId);

    /** For what follows from them. */
    CourseLookup course();
}
