package org.answerloop.conversation.model;

import java.time.Instant;
import java.util.Comparator;

/** A reply of the customer agent: when it occurred, the message's id, and which agent wrote it. */
public record AgentReply(Instant at, String messageId, Participant author) {

    /** In the order of time; the id puts those of one moment in an order that does not depend on their arrival. */
    static final Comparator<AgentReply> ORDER =
            Comparator.comparing(AgentReply::at).thenComparing(AgentReply::messageId);
}
