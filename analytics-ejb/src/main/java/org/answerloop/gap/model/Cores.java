package org.answerloop.gap.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the middle of topics: the wordings that are closest to the others of their topic. */
final class Cores {

    private final Vicinity vicinity;
    private final Wordings wordings;

    Cores(Vicinity vicinity, Wordings wordings) {
        this.vicinity = vicinity;
        this.wordings = wordings;
    }

    private record Central(long question, double closeness) {}

    /** @return at most so many questions of each topic, the one in its very middle first */
    Map<Long, List<Long>> of(Set<Long> wanted, int most) {
        Map<Long, List<Central>> members = new HashMap<>();
        for (int wording = 0; wording < vicinity.size(); wording++) {
            if (!vicinity.isGone(wording) && wanted.contains(wordings.topic(wording))) {
                members.computeIfAbsent(wordings.topic(wording), topic -> new ArrayList<>())
                        .add(central(wording));
            }
        }
        Map<Long, List<Long>> cores = new HashMap<>();
        members.forEach((topic, questions) -> {
            questions.sort(Comparator.comparingDouble(Central::closeness).reversed());
            cores.put(
                    topic, questions.stream().limit(most).map(Central::question).toList());
        });
        return cores;
    }

    private Central central(int wording) {
        long topic = wordings.topic(wording);
        double closeness = vicinity.closeness(wording, other -> wordings.topic(other) == topic);
        return new Central(wordings.members(wording).findFirst().orElseThrow(), closeness);
    }
}
