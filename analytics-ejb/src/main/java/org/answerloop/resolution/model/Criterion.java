package org.answerloop.resolution.model;

/** What has to hold for a conversation to be resolved; all of them. */
public enum Criterion {
    /** At least one agent reply refers to a content source or performed an action. */
    GROUNDED_REPLY,
    /** The visitor did not ask for a human. */
    NO_HANDOFF_REQUEST,
    /** The latest feedback on the last agent reply, if any, is not negative. */
    NO_NEGATIVE_FEEDBACK,
    /** No handoff of any trigger, and no message of a teammate to the visitor. */
    NO_HUMAN_INVOLVEMENT
}
