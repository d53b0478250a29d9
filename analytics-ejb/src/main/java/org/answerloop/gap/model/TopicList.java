package org.answerloop.gap.model;

import java.util.List;

/**
 * One page of the topics, those with the largest impact first.
 *
 * @param next asks for the page after this one; null on the last
 */
public record TopicList(List<TopicRow> rows, String next) {

    public TopicList {
        rows = List.copyOf(rows);
    }
}
