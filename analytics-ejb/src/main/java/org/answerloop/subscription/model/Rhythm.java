package org.answerloop.subscription.model;

/** How often. */
public enum Rhythm {
    DAILY,
    WEEKLY,
    MONTHLY
}
