package org.answerloop.report.model;

/** What splits a metric into keys. */
public enum Dimension {
    CHANNEL("c.channel");

    private final String key;

    Dimension(String key) {
        this.key = key;
    }

    /** The key of a row, as SQL. */
    public String key() {
        return key;
    }
}
