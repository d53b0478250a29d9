package org.answerloop.conversation.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Looks up single replies and handoffs of a conversation by when they occurred. It is asked where what the conversation
 * keeps of them does not say what comes out: each question is about one moment, however long the conversation.
 */
public interface CourseLookup {

    /** The earliest replies of the customer agent: those of one moment. */
    List<AgentReply> firstReplies(long conversation);

    /** The earliest replies of which it is known which agent wrote them: those of one moment. */
    List<AgentReply> firstNamedReplies(long conversation);

    /** When the last reply before that moment occurred. */
    Optional<Instant> lastReplyBefore(long conversation, Instant moment);

    /** When the last reply of all occurred. */
    Optional<Instant> lastReply(long conversation);

    /** The earliest handoffs: those of one moment. */
    List<FirstHandoff> firstHandoffs(long conversation);
}
