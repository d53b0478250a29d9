package org.answerloop.gap.model;

import java.util.List;

/**
 * One page of the unanswered questions, the last asked first.
 *
 * @param next asks for the page after this one; null on the last
 * @param total how many questions there are on all pages
 */
public record QuestionList(List<QuestionRow> rows, String next, long total) {

    public QuestionList {
        rows = List.copyOf(rows);
    }
}
