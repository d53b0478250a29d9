package org.answerloop.answer.model;

import java.util.List;

/**
 * A page of answers, the latest changed first.
 *
 * @param next asks for the page after it; null on the last
 * @param total how many there are on all pages
 */
public record AnswerList(List<ShortAnswer> rows, String next, long total) {

    public AnswerList {
        rows = List.copyOf(rows);
    }
}
