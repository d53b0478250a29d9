package org.answerloop.report.model;

/** What the value of a figure is. */
public enum Unit {
    /** A whole number of things. */
    COUNT,
    /** A share, from 0 to 1. */
    RATIO,
    /** A duration in seconds. */
    SECONDS
}
