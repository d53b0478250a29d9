package org.answerloop.gap.model;

/** Which topics a list holds. */
public enum TopicSelection {
    /** Those that wait for somebody: open or reopened, and not snoozed. */
    OPEN,
    /** Of those the ones whose question came again after its answer. */
    REOPENED,
    /** Those that wait until a date. */
    SNOOZED,
    RESOLVED,
    /** Those that were dismissed as a whole, and those of which every question was. */
    DISMISSED,
    ALL
}
