package org.answerloop.gap.model;

import java.util.List;

/**
 * An unanswered question with one page of the times that it was asked, the latest first.
 *
 * @param times how often it was asked, on all pages
 * @param next asks for the page after this one; null on the last
 */
public record QuestionDetail(QuestionRow question, List<Asking> askings, long times, String next) {

    public QuestionDetail {
        askings = List.copyOf(askings);
    }
}
