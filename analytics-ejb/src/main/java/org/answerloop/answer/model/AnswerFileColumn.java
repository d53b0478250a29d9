package org.answerloop.answer.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A column of a file of short answers; the same in what is taken along and in what is brought in. */
public enum AnswerFileColumn {
    /** The number of an answer that there is already; empty for one that is found by its question, or new. */
    ID,
    QUESTION,
    ANSWER,
    /** BCP 47. */
    LANGUAGE,
    /** {@code draft}, {@code published} or {@code archived}; empty for published. */
    STATE,
    /** The login; empty for whoever owns it already, or brings it in. */
    OWNER,
    /** A date as ISO 8601 writes it; empty for never. */
    REVIEW_ON;

    public static List<String> titles() {
        return Arrays.stream(values()).map(AnswerFileColumn::title).toList();
    }

    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether there is no answer without it. */
    public boolean isNeeded() {
        return this == QUESTION || this == ANSWER || this == LANGUAGE;
    }
}
