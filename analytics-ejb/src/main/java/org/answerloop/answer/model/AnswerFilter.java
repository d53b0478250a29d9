package org.answerloop.answer.model;

import java.time.LocalDate;

/**
 * Which answers a list holds; null for all.
 *
 * @param words part of the question or the answer, in upper or lower case
 * @param language the tag, exactly
 * @param state one of them; without it, all but the archived ones
 * @param owner the login
 * @param dueBy those up for review on that day or before
 */
public record AnswerFilter(String words, String language, AnswerState state, String owner, LocalDate dueBy) {

    /** Everything but the archive. */
    public static final AnswerFilter ALL = new AnswerFilter(null, null, null, null, null);

    public AnswerFilter {
        words = blankToNull(words);
        language = blankToNull(language);
        owner = blankToNull(owner);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
