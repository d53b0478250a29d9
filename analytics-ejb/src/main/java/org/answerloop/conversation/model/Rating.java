package org.answerloop.conversation.model;

/** What a visitor thought of an answer. */
public enum Rating {
    HELPFUL,
    NOT_HELPFUL
}
