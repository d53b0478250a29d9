package org.answerloop.report.model;

/** What splits a metric into keys that only the data knows. */
public enum Dimension {
    CHANNEL("c.channel", "cast(null as varchar(255))"),
    /** Who closed the conversation: by their id, where the source told none by their name, and where it told neither as one. */
    TEAMMATE(
            "coalesce(nullif(coalesce(c.closed_by_id, c.closed_by_name), 'customer_agent'), 'unknown')",
            "max(c.closed_by_name)");

    private final String key;
    private final String label;

    Dimension(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The key of a row, as SQL. */
    public String key() {
        return key;
    }

    /** What rows of the same key are called, as SQL over all of them; null where the key says it itself. */
    public String label() {
        return label;
    }
}
