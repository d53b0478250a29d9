package org.answerloop.gap.model;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
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
    private final Map<Long, Wording> byQuestion = new HashMap<>();
    private final Map<Long, Integer> sizes = new HashMap<>();
    private final BitSet placed = new BitSet();
    private Wording[] all = new Wording[64];

    /** @return the wording that says the very same in this topic; -1 where there is none */
    int find(String key, long topic, boolean byPerson) {
        int wording = byPlace.getOrDefault(place(key, byPerson, topic), -1);
        return wording >= 0 && all[wording].topic == topic ? wording : -1;
    }

    /** @return the wording that says the very same and that nobody placed; -1 where there is none */
    int findFree(String key) {
        return byPlace.getOrDefault(place(key, false, 0), -1);
    }

    /** @param wording the number after the last one's */
    void begin(int wording, String key, long topic, boolean byPerson) {
        stand(new Wording(topic, byPerson), wording, key);
    }

    /**
     * The question stands for a wording that has ended without it: so all that is put so goes on to be known, by a number of
     * its own, and nobody has to read the others anew.
     *
     * @param number the one after the last one's
     */
    void inherit(int number, String key, long heir) {
        Wording inherited = byQuestion.get(heir);
        inherited.like.remove(heir);
        inherited.same.add(heir);
        stand(inherited, number, key);
    }

    private void stand(Wording wording, int number, String key) {
        if (number >= all.length) {
            all = Arrays.copyOf(all, number + number / 2);
        }
        all[number] = wording;
        wording.number = number;
        wording.key = key;
        wording.ended = false;
        placed.set(number, wording.byPerson);
        byPlace.putIfAbsent(wording.place(), number);
        sizes.merge(wording.topic, 1, Integer::sum);
    }

    /** Whether the question is put in a way of which it can be the heir. */
    boolean isOfEnded(long question) {
        Wording wording = byQuestion.get(question);
        return wording != null && wording.ended;
    }

    /** The question is put so. */
    void join(int wording, String key, long question) {
        Wording joined = all[wording];
        (joined.key.equals(key) ? joined.same : joined.like).add(question);
        byQuestion.put(question, joined);
    }

    /** All that is put in the one way counts to the other one from now on. */
    void join(int wording, int other) {
        Wording joined = all[wording];
        Wording into = all[other];
        boolean same = joined.key.equals(into.key);
        joined.same.stream().forEach((same ? into.same : into.like)::add);
        joined.like.stream().forEach(into.like::add);
        members(wording).forEach(question -> byQuestion.put(question, into));
        end(joined);
    }

    /**
     * The question is put so no more. Where nobody is left who says the very same, the wording ends: of those that only
     * resembled it, one can inherit it.
     *
     * @return nothing where the question is not known
     */
    Optional<Left> leave(long question) {
        Wording left = byQuestion.remove(question);
        if (left == null) {
            return Optional.empty();
        }
        left.same.remove(question);
        left.like.remove(question);
        if (left.same.size() == 0) {
            end(left);
        }
        Optional<Long> heir = left.ended ? left.like.stream().boxed().findFirst() : Optional.empty();
        return Optional.of(new Left(left.number, left.topic, left.ended, heir));
    }

    /**
     * What a question has left.
     *
     * @param ended whether nobody is left who says the very same
     * @param heir by whom the others can be known from now on, where it ended and there are others
     */
    record Left(int wording, long topic, boolean ended, Optional<Long> heir) {}

    private void end(Wording wording) {
        if (!wording.ended) {
            wording.ended = true;
            byPlace.remove(wording.place(), wording.number);
            sizes.computeIfPresent(wording.topic, (topic, size) -> size == 1 ? null : size - 1);
            placed.clear(wording.number);
        }
    }

    void move(int wording, long topic) {
        Wording moved = all[wording];
        sizes.computeIfPresent(moved.topic, (before, size) -> size == 1 ? null : size - 1);
        sizes.merge(topic, 1, Integer::sum);
        moved.topic = topic;
    }

    long topic(int wording) {
        return all[wording].topic;
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
        return LongStream.concat(all[wording].same.stream(), all[wording].like.stream());
    }

    int count(int wording) {
        return all[wording].same.size() + all[wording].like.size();
    }

    /** Of those that a person placed each topic has its own. */
    private static String place(String key, boolean byPerson, long topic) {
        return byPerson ? key + topic : key;
    }

    /** A way to put a question. */
    private static final class Wording {

        /** The questions that say the very same, the one that began it first. */
        private final Members same = new Members();

        /** The other questions, which are known through those alone. */
        private final Members like = new Members();

        private final boolean byPerson;
        private int number;
        private long topic;

        /** What all of it have in common that say the very same. */
        private String key;

        private boolean ended;

        Wording(long topic, boolean byPerson) {
            this.topic = topic;
            this.byPerson = byPerson;
        }

        String place() {
            return Wordings.place(key, byPerson, topic);
        }
    }
}
