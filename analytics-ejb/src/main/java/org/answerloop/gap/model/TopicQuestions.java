package org.answerloop.gap.model;

import java.util.List;

/**
 * One page of a topic's questions, the latest first.
 *
 * @param next asks for the page after this one; null on the last
 * @param total how many there are on all pages
 */
public record TopicQuestions(List<TopicQuestion> rows, String next, long total) {

    public TopicQuestions {
        rows = List.copyOf(rows);
    }
}
