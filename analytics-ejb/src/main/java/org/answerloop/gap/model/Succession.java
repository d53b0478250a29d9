package org.answerloop.gap.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Which topic of before a topic found anew is: the one that it shares most questions with. So a topic keeps its id while the
 * questions at its edge come and go.
 */
final class Succession {

    private final Map<Long, Integer> shared = new HashMap<>();
    private final Map<Integer, Long> before = new HashMap<>();
    private final Map<Long, Integer> numbers = new HashMap<>();

    /** Of the topics found, the first ones are topics that a person made. */
    Succession(List<Long> fixedTopics) {
        for (int i = 0; i < fixedTopics.size(); i++) {
            before.put(i, fixedTopics.get(i));
        }
    }

    /** So many questions that were in the one topic have been found in the other. */
    void count(long topicBefore, int found, int questions) {
        int number = numbers.computeIfAbsent(topicBefore, topic -> numbers.size());
        shared.merge((long) number << Integer.SIZE | found, questions, Integer::sum);
    }

    /** The topic of each one found; one that shares no question with a free topic of before is new. */
    Map<Integer, Long> topics(LongSupplier newTopic) {
        Set<Long> taken = new HashSet<>(before.values());
        for (Share share : shares()) {
            if (!before.containsKey(share.found()) && taken.add(share.topic())) {
                before.put(share.found(), share.topic());
            }
        }
        for (Share share : shares()) {
            before.computeIfAbsent(share.found(), found -> newTopic.getAsLong());
        }
        return before;
    }

    /** Where most questions of each topic that is empty now went. */
    Map<Long, Long> successors() {
        Map<Long, Long> successors = new HashMap<>();
        Set<Long> living = new HashSet<>();
        shared.keySet().forEach(pair -> living.add(before.get(pair.intValue())));
        for (Share share : shares()) {
            if (!living.contains(share.topic())) {
                successors.putIfAbsent(share.topic(), before.get(share.found()));
            }
        }
        return successors;
    }

    /** The largest first, of equal ones the older topic. */
    private List<Share> shares() {
        long[] topics = new long[numbers.size()];
        numbers.forEach((topic, number) -> topics[number] = topic);
        List<Share> shares = new ArrayList<>(shared.size());
        shared.forEach((pair, questions) ->
                shares.add(new Share(topics[(int) (pair >> Integer.SIZE)], pair.intValue(), questions)));
        shares.sort(Comparator.comparingInt(Share::questions)
                .reversed()
                .thenComparingLong(Share::topic)
                .thenComparingInt(Share::found));
        return shares;
    }

    private record Share(long topic, int found, int questions) {}
}
