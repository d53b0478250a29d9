package org.answerloop.gap.model;

/** Where it is known from that a question was not answered. */
public enum Signal {
    /** The source told so. */
    UNANSWERED,
    /** It was the visitor's last question before a human took over. */
    BEFORE_HANDOFF,
    /** It was the visitor's last question before a reply without a source and without an action. */
    BEFORE_UNGROUNDED_REPLY
}
