package org.answerloop.access.model;

import java.util.Locale;

/** What an API key opens. */
public enum Scope {
    /** Sending events. */
    EVENTS,
    /** Sending events that have a conversation's text forgotten. */
    REDACTION,
    /** Sending files, and following their import. */
    IMPORTS,
    /** Reading short answers. */
    ANSWERS,
    /** Reading reports and conversations. */
    REPORTS;

    /** As the documentation writes it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
