package org.answerloop.gap.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

import org.answerloop.gap.model.Regrouping.Move;

/** Finds the topics of all wordings anew. What a person placed stays there, and a topic that is found again keeps its id. */
final class TopicSearch {

    private final Vicinity vicinity;
    private final Wordings wordings;

    TopicSearch(Vicinity vicinity, Wordings wordings) {
        this.vicinity = vicinity;
        this.wordings = wordings;
    }

    /** What would be found; nothing is changed. */
    FinenessEffect effect(Likeness likeness) {
        return new Comparing(vicinity, wordings, find(likeness, new ArrayList<>())).effect();
    }

    /** @param newTopic gives a topic that begins its id */
    Regrouping regroup(Likeness likeness, LongSupplier newTopic) {
        List<Long> fixedTopics = new ArrayList<>();
        int[] found = find(likeness, fixedTopics);
        Succession succession = new Succession(fixedTopics);
        for (int wording = 0; wording < found.length; wording++) {
            if (!vicinity.isGone(wording)) {
                succession.count(wordings.topic(wording), found[wording], wordings.count(wording));
            }
        }
        List<Move> moves = move(found, succession.topics(newTopic));
        return new Regrouping(moves, succession.successors());
    }

    /** @param fixedTopics is told the topics that a person placed questions in; they have the first numbers */
    private int[] find(Likeness likeness, List<Long> fixedTopics) {
        Map<Long, Integer> numbers = new HashMap<>();
        wordings.placed().stream()
                .forEach(wording -> numbers.computeIfAbsent(wordings.topic(wording), topic -> {
                    fixedTopics.add(topic);
                    return numbers.size();
                }));
        int next = numbers.size();
        int[] start = new int[vicinity.size()];
        for (int wording = 0; wording < start.length; wording++) {
            start[wording] = wordings.isPlaced(wording) ? numbers.get(wordings.topic(wording)) : next++;
        }
        return new Communities(likeness).find(vicinity.web(likeness), start, wordings.placed(), numbers.size());
    }

    private List<Move> move(int[] found, Map<Integer, Long> topicOf) {
        List<Move> moves = new ArrayList<>();
        for (int wording = 0; wording < found.length; wording++) {
            if (!vicinity.isGone(wording) && topicOf.get(found[wording]) != wordings.topic(wording)) {
                long from = wordings.topic(wording);
                long to = topicOf.get(found[wording]);
                wordings.move(wording, to);
                wordings.members(wording).forEach(question -> moves.add(new Move(question, from, to)));
            }
        }
        return moves;
    }
}
