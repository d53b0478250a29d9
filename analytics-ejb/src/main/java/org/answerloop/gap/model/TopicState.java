package org.answerloop.gap.model;

/** What was decided about a topic. */
public enum TopicState {
    /** Nobody has settled it. */
    OPEN,
    /** A short answer answers it. */
    RESOLVED,
    /** Nobody is to answer it. */
    DISMISSED,
    /** It was resolved, and the question came again. */
    REOPENED
}
