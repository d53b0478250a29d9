package org.answerloop.gap.model;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The ways in which one language's visitors put their questions, each with the questions that were put so and the topic where
 * they are. How often something was asked says nothing about what it means: what is asked a thousand times in the same words
 * is one wording, or it would be its own and only neighbour. Those that a person placed are kept apart from the others.
 */
final class Wordings {

    private final Map<String, Integer> byPlace = new HashMap<>();
    private final Map<Long, Integer> byQuestion = new HashMap<>();
    private final Map<Long, Integer> sizes = new HashMap<>();
    private final BitSet placed = new BitSet();
    private Wording[] all = new Wording[64];

    /**
     * A way to put a question.
     *
     * @param key what all of it have in common that say the very same
     * @param same the questions that do, the one that began it first
     * @param like the other questions, which are known through those alone
     */
    private record Wording(String key, long topic, Members same, Members like) {}

    /** @return the wording that says the very same in this topic; -1 where there is none */
    int find(String key, long topic, boolean byPerson) {
        int wording = byPlace.getOrDefault(place(key, byPerson, topic), -1);
        return wording >= 0 && all[wording].topic() == topic ? wording : -1;
    }

    /** @return the wording that says the very same and that nobody placed; -1 where there is none */
    int findFree(String key) {
        return byPlace.getOrDefault(place(key, false, 0), -1);
    }

    /** @param wording the number after the last one's */
    void begin(int wording, String key, long topic, boolean byPerson) {
        if (wording >= all.length) {
            all = Arrays.copyOf(all, wording + wording / 2);
        }
        all[wording] = new Wording(key, topic, new Members(), new Members());
        placed.set(wording, byPerson);
        byPlace.putIfAbsent(place(key, byPerson, topic), wording);
        sizes.merge(topic, 1, Integer::sum);
    }

    /** The question is put so. */
    void join(int wording, String key, long question) {
        Wording joined = all[wording];
        (joined.key().equals(key) ? joined.same() : joined.like()).add(question);
        byQuestion.put(question, wording);
    }

    /** All that is put in the one way counts to the other one from now on. */
    void join(int wording, int other) {
        Wording joined = all[wording];
        boolean same = joined.key().equals(all[other].key());
        joined.same().stream().forEach((same ? all[other].same() : all[other].like())::add);
        joined.like().stream().forEach(all[other].like()::add);
        members(wording).forEach(question -> byQuestion.put(question, other));
        end(wording);
    }

    /** @return -1 where the question is not known */
    int of(long question) {
        return byQuestion.getOrDefault(question, -1);
    }

    /**
     * The question is put so no more. Where nobody is left who says the very same, the wording ends.
     *
     * @return where it ended, the questions that only resembled it, and are not known any more
     */
    Optional<List<Long>> leave(long question) {
        int wording = byQuestion.remove(question);
        all[wording].same().remove(question);
        all[wording].like().remove(question);
        if (all[wording].same().size() > 0) {
            return Optional.empty();
        }
        List<Long> resembling = all[wording].like().stream().boxed().toList();
        resembling.forEach(byQuestion::remove);
        end(wording);
        return Optional.of(resembling);
    }

    private void end(int wording) {
        byPlace.remove(place(all[wording].key(), placed.get(wording), all[wording].topic()), wording);
        sizes.computeIfPresent(all[wording].topic(), (topic, size) -> size == 1 ? null : size - 1);
        placed.clear(wording);
    }

    void move(int wording, long topic) {
        Wording moved = all[wording];
        sizes.computeIfPresent(moved.topic(), (before, size) -> size == 1 ? null : size - 1);
        sizes.merge(topic, 1, Integer::sum);
        all[wording] = new Wording(moved.key(), topic, moved.same(), moved.like());
    }

    long topic(int wording) {
        return all[wording].topic();
    }

    /** How many wordings are in the topic. */
    int size(long topic) {
        return sizes.getOrDefault(topic, 0);
    }

    boolean isPlaced(int wording) {
        return placed.get(wording);
    }

    /** Those that a person placed. */
    BitSet placed() {
        return placed;
    }

    /** The questions that are put so, the one that began it first. */
    LongStream members(int wording) {
        return LongStream.concat(all[wording].same().stream(), all[wording].like().stream());
    }

    int count(int wording) {
        return all[wording].same().size() + all[wording].like().size();
    }

    /** Of those that a person placed each topic has its own. */
    private static String place(String key, boolean byPerson, long topic) {
        return byPerson ? key + topic : key;
    }

    /** Numbers of questions, in the order in which they came. */
    private static final class Members {

        private long[] questions = new long[1];
        private int size;

        void add(long question) {
            if (size == questions.length) {
                questions = Arrays.copyOf(questions, size * 2);
            }
            questions[size++] = question;
        }

        void remove(long question) {
            for (int place = 0; place < size; place++) {
                if (questions[place] == question) {
                    System.arraycopy(questions, place + 1, questions, place, --size - place);
                    return;
                }
            }
        }

        int size() {
            return size;
        }

        LongStream stream() {
            return Arrays.stream(questions, 0, size);
        }
    }
}
