package org.answerloop.gap.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;

import org.answerloop.embedding.model.Embedder;
import org.answerloop.gap.model.Regrouping.Move;

/**
 * The topics of one language's questions. A new question goes at once to the topic where its closest neighbours are, or begins
 * one; from time to time all are grouped anew, for only later questions show what earlier ones had in common. Topics
 * keep their ids, and what a person placed stays there. For one thread.
 */
public final class TopicGrouping {

    /** So many new questions may change which topics there are. */
    private static final int MANY = 200;

    /** In a large collection it takes this share of new ones. */
    private static final int SHARE = 20;

    private final Likeness likeness;
    private final LongSupplier newTopic;
    private final Vicinity vicinity;
    private final Map<Long, Integer> sizes = new HashMap<>();
    private final BitSet placed = new BitSet();
    private long[] ids = new long[64];
    private long[] topics = new long[64];
    private int fresh;

    /**
     * @param dimensions of the embeddings; 0 where there are none, and the spelling alone counts
     * @param newTopic gives a topic that begins its id
     */
    public TopicGrouping(Likeness likeness, int dimensions, LongSupplier newTopic) {
        this.likeness = likeness;
        this.newTopic = newTopic;
        this.vicinity = new Vicinity(likeness.meaning(), dimensions);
    }

    /** The topics of a language's questions, as its likeness and the model's knowledge of it want it. */
    public static TopicGrouping of(String language, Embedder embedder, LongSupplier newTopic) {
        TopicGrouping grouping = new TopicGrouping(Likeness.of(language), embedder.dimensions(), newTopic);
        if (Likeness.of(language) == Likeness.ENGLISH) {
            grouping.vicinity.expect(embedder.everyday());
        }
        return grouping;
    }

    /**
     * Puts a question that has come into a topic.
     *
     * @param embedding of length one; null where embeddings do not count
     * @return the topic, which may be new
     */
    public long assign(long question, String text, float[] embedding) {
        int index = add(question, text, embedding);
        vicinity.meet(index, text);
        long topic = closest(index);
        enter(index, topic);
        fresh++;
        return topic;
    }

    /** Takes a question in whose topic is known: after a start, from the tables. */
    public void restore(long question, String text, float[] embedding, long topic, boolean byPerson) {
        int index = add(question, text, embedding);
        vicinity.meetLater(index, text);
        enter(index, topic);
        placed.set(index, byPerson);
    }

    /**
     * Goes on with what {@link #restore} left: questions that come are assigned meanwhile, but all are grouped anew only
     * afterwards.
     *
     * @param most so many questions in this step
     * @return whether nothing is left
     */
    public boolean catchUp(int most) {
        return vicinity.catchUp(most);
    }

    /** A person put the question into the topic: the machine leaves it there. */
    public void place(long question, long topic) {
        int index = index(question);
        if (index >= 0) {
            leave(index);
            enter(index, topic);
            placed.set(index);
        }
    }

    /**
     * Leaves nothing of a question.
     *
     * @return the topic where it was; nothing where it was in none
     */
    public OptionalLong forget(long question) {
        int index = index(question);
        if (index < 0 || vicinity.isGone(index)) {
            return OptionalLong.empty();
        }
        leave(index);
        placed.clear(index);
        vicinity.forget(index);
        return OptionalLong.of(topics[index]);
    }

    public int questions() {
        return vicinity.size();
    }

    /** How many questions came since all were grouped anew. */
    public int fresh() {
        return fresh;
    }

    /** Whether so many questions came that the topics may be others. */
    public boolean isDue() {
        return fresh >= Math.max(MANY, vicinity.size() / SHARE);
    }

    /** Groups all questions anew. */
    public Regrouping regroup() {
        catchUp(Integer.MAX_VALUE);
        fresh = 0;
        List<Long> fixedTopics = new ArrayList<>();
        int[] start = start(fixedTopics);
        int[] found = new Communities(likeness).find(vicinity.web(likeness), start, placed, fixedTopics.size());
        Succession succession = new Succession(fixedTopics);
        for (int index = 0; index < found.length; index++) {
            if (!vicinity.isGone(index)) {
                succession.count(topics[index], found[index]);
            }
        }
        List<Move> moves = move(found, succession.topics(newTopic));
        return new Regrouping(moves, succession.successors());
    }

    /** The questions in the middle of each of the topics, the one in its very middle first. */
    public Map<Long, List<Long>> cores(Set<Long> wanted, int most) {
        Map<Long, List<Central>> members = new HashMap<>();
        for (int index = 0; index < vicinity.size(); index++) {
            long topic = topics[index];
            if (wanted.contains(topic) && !vicinity.isGone(index)) {
                double closeness = vicinity.closeness(index, other -> topics[other] == topic);
                members.computeIfAbsent(topic, t -> new ArrayList<>()).add(new Central(ids[index], closeness));
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

    private record Central(long question, double closeness) {}

    private int add(long question, String text, float[] embedding) {
        int index = vicinity.add(text, embedding);
        if (index == ids.length) {
            ids = Arrays.copyOf(ids, index + index / 2);
            topics = Arrays.copyOf(topics, index + index / 2);
        }
        ids[index] = question;
        return index;
    }

    private long closest(int index) {
        Map<Long, Double> strength = new HashMap<>();
        vicinity.eachBond(index, likeness, (other, bond) -> strength.merge(topics[other], (double) bond, Double::sum));
        long best = 0;
        double most = 0;
        for (Map.Entry<Long, Double> topic : strength.entrySet()) {
            double gain = topic.getValue() - likeness.costOfJoining(sizes.get(topic.getKey()), 1);
            if (gain > most) {
                most = gain;
                best = topic.getKey();
            }
        }
        return most > 0 ? best : newTopic.getAsLong();
    }

    private void enter(int index, long topic) {
        topics[index] = topic;
        sizes.merge(topic, 1, Integer::sum);
    }

    private void leave(int index) {
        sizes.computeIfPresent(topics[index], (topic, size) -> size == 1 ? null : size - 1);
    }

    private int index(long question) {
        for (int index = 0; index < vicinity.size(); index++) {
            if (ids[index] == question) {
                return index;
            }
        }
        return -1;
    }

    /** Numbers the topics that there are; those that a person placed questions in come first. */
    private int[] start(List<Long> fixedTopics) {
        Map<Long, Integer> numbers = new HashMap<>();
        placed.stream()
                .forEach(index -> numbers.computeIfAbsent(topics[index], topic -> {
                    fixedTopics.add(topic);
                    return numbers.size();
                }));
        int next = numbers.size();
        int[] start = new int[vicinity.size()];
        for (int index = 0; index < start.length; index++) {
            Integer fixed = numbers.get(topics[index]);
            start[index] = placed.get(index) ? fixed : next++;
        }
        return start;
    }

    private List<Move> move(int[] found, Map<Integer, Long> topicOf) {
        List<Move> moves = new ArrayList<>();
        for (int index = 0; index < found.length; index++) {
            if (!vicinity.isGone(index) && topicOf.get(found[index]) != topics[index]) {
                long from = topics[index];
                leave(index);
                enter(index, topicOf.get(found[index]));
                moves.add(new Move(ids[index], from, topics[index]));
            }
        }
        return moves;
    }
}
