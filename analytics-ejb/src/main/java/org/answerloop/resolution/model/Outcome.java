package org.answerloop.resolution.model;

/** What the evaluation decides at the deadline. */
public enum Outcome {
    RESOLVED,
    NOT_RESOLVED
}
