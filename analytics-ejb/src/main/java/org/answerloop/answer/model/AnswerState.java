package org.answerloop.answer.model;

/** Whether the customer agent reads an answer. */
public enum AnswerState {
    /** Nobody but editors sees it. */
    DRAFT,
    /** The agent reads its published revision; there may be a newer draft. */
    PUBLISHED,
    /** Kept, and read by nobody. */
    ARCHIVED
}
