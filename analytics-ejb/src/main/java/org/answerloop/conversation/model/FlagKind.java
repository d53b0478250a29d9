package org.answerloop.conversation.model;

/** What makes a conversation count nowhere. */
public enum FlagKind {
    TEST,
    SPAM
}
