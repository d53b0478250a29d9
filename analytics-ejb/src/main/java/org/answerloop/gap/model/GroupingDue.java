package org.answerloop.gap.model;

/** What the grouping has still to do with a question; most urgent first. */
public enum GroupingDue {
    /** A person put it where it is, or settled its topic: the grouping is to know. */
    PLACED(3),
    /** It was redacted, or was none: the grouping is to forget it. */
    FORGOTTEN(2),
    /** It says something else by now, or is known to be of another language. */
    CHANGED(4),
    /** The same once more, so that whoever is at work on the first change sees that there is another one. */
    CHANGED_AGAIN(5),
    /** It has come. */
    NEW(1);

    private final int code;

    GroupingDue(int code) {
        this.code = code;
    }

    /** As it stands in the table. */
    public int code() {
        return code;
    }

    /** @param before what was due, as it stands in the table; null where nothing was */
    static int changed(Integer before) {
        return before != null && before == CHANGED.code ? CHANGED_AGAIN.code : CHANGED.code;
    }
}
