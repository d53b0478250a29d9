package org.answerloop.conversation.model;

/** Who wrote a message or closed a conversation. */
public enum AuthorKind {
    VISITOR,
    CUSTOMER_AGENT,
    TEAMMATE
}
