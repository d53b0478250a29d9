package org.answerloop.gap.model;

import java.util.List;
import java.util.Map;

/**
 * What grouping anew has changed.
 *
 * @param moves the questions that are in another topic now
 * @param successors the topics that are empty now, each with the one that most of its questions went to
 */
public record Regrouping(List<Move> moves, Map<Long, Long> successors) {

    public static final Regrouping NONE = new Regrouping(List.of(), Map.of());

    /** A question that went from one topic to another. */
    public record Move(long question, long from, long to) {}

    public Regrouping {
        moves = List.copyOf(moves);
        successors = Map.copyOf(successors);
    }
}
