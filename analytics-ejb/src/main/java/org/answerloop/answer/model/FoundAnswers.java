package org.answerloop.answer.model;

import java.util.List;

/**
 * What was found.
 *
 * @param list the best first
 * @param ranking what tells which are the best
 */
public record FoundAnswers(List<FoundAnswer> list, Ranking ranking) {

    public FoundAnswers {
        list = List.copyOf(list);
    }

    /** What tells how well an answer fits a question. */
    public enum Ranking {
        /** There is no model, or it is still being loaded. */
        WORDS,
        WORDS_AND_MEANING
    }
}
