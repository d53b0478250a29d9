package org.answerloop.gap.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.answerloop.gap.model.FinenessEffect.Example;
import org.answerloop.gap.model.FinenessEffect.Kind;

/** Compares the topics that there are with those that were found otherwise. */
final class Comparing {

    /** A part with a smaller share of a topic's questions says nothing about it. */
    private static final double SHARE = 0.15;

    /** More of one example are not shown. */
    private static final int SHOWN = 4;

    private final Vicinity vicinity;
    private final Wordings wordings;
    private final int[] found;
    private final Map<Long, Map<Integer, Integer>> parts = new HashMap<>();
    private final Map<Integer, Map<Long, Integer>> topics = new HashMap<>();

    /** @param found for each wording the number of the topic that it would be in */
    Comparing(Vicinity vicinity, Wordings wordings, int[] found) {
        this.vicinity = vicinity;
        this.wordings = wordings;
        this.found = found;
        for (int wording = 0; wording < found.length; wording++) {
            if (!vicinity.isGone(wording)) {
                int questions = wordings.count(wording);
                long topic = wordings.topic(wording);
                parts.computeIfAbsent(topic, t -> new HashMap<>()).merge(found[wording], questions, Integer::sum);
                topics.computeIfAbsent(found[wording], f -> new HashMap<>()).merge(topic, questions, Integer::sum);
            }
        }
    }

    FinenessEffect effect() {
        List<Example> examples = new ArrayList<>();
        topics.values().stream().filter(joined -> joined.size() > 1).forEach(joined -> join(joined, examples));
        parts.forEach((topic, divided) -> divide(topic, divided, examples));
        List<Example> shown = new FinenessEffect(0, 0, examples)
                .examples().stream().map(this::withParts).toList();
        return new FinenessEffect(parts.size(), topics.size(), shown);
    }

    /** Only topics that come there as good as whole are joined: of another one it would be a part. */
    private void join(Map<Long, Integer> joined, List<Example> examples) {
        List<Map.Entry<Long, Integer>> whole = joined.entrySet().stream()
                .filter(topic -> topic.getValue() > (1 - SHARE) * sum(parts.get(topic.getKey())))
                .sorted(Map.Entry.<Long, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        if (whole.size() > 1) {
            int questions = whole.stream().skip(1).mapToInt(Map.Entry::getValue).sum();
            examples.add(new Example(
                    Kind.JOINED,
                    whole.stream().limit(SHOWN).map(Map.Entry::getKey).toList(),
                    List.of(),
                    questions));
        }
    }

    private void divide(long topic, Map<Integer, Integer> divided, List<Example> examples) {
        int all = sum(divided);
        List<Long> large = divided.entrySet().stream()
                .filter(part -> part.getValue() > 1 && part.getValue() >= SHARE * all)
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN)
                .map(part -> (long) part.getKey())
                .toList();
        if (large.size() > 1) {
            examples.add(new Example(
                    Kind.DIVIDED,
                    List.of(topic),
                    large,
                    all - divided.get(large.get(0).intValue())));
        }
    }

    /** The parts of a topic are told by the questions in their middle. */
    private Example withParts(Example example) {
        List<Long> middles = example.parts().stream()
                .map(part -> middle(example.topics().get(0), part.intValue()))
                .toList();
        return new Example(example.kind(), example.topics(), middles, example.questions());
    }

    private long middle(long topic, int part) {
        List<Integer> members = new ArrayList<>();
        for (int wording = 0; wording < found.length; wording++) {
            if (found[wording] == part && !vicinity.isGone(wording) && wordings.topic(wording) == topic) {
                members.add(wording);
            }
        }
        int middle = members.stream()
                .max(Comparator.comparingDouble(wording ->
                        vicinity.closeness(wording, other -> found[other] == part && wordings.topic(other) == topic)))
                .orElseThrow();
        return wordings.members(middle).findFirst().orElseThrow();
    }

    private static int sum(Map<Integer, Integer> parts) {
        return parts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
