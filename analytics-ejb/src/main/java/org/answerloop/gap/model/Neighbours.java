package org.answerloop.gap.model;

import java.util.Arrays;
import java.util.BitSet;

/** For each question the other ones that are closest to it, kept up to date as questions come. */
final class Neighbours {

    static final int MOST = 25;

    private int[] neighbours = new int[0];
    private float[] similarities = new float[0];
    private byte[] counts = new byte[0];
    private final BitSet gone = new BitSet();
    private int size;

    int add() {
        if (size == counts.length) {
            int room = Math.max(64, size + size / 2);
            neighbours = Arrays.copyOf(neighbours, room * MOST);
            similarities = Arrays.copyOf(similarities, room * MOST);
            counts = Arrays.copyOf(counts, room);
        }
        return size++;
    }

    /** The question that was added last was none. */
    void takeBack() {
        size--;
    }

    int size() {
        return size;
    }

    boolean isGone(int question) {
        return gone.get(question);
    }

    int count(int question) {
        return counts[question];
    }

    int neighbour(int question, int place) {
        return neighbours[question * MOST + place];
    }

    float similarity(int question, int place) {
        return similarities[question * MOST + place];
    }

    /** The question is nobody's neighbour any more. */
    void forget(int question) {
        gone.set(question);
        counts[question] = 0;
    }

    /** Notes the other one where it is among the closest. */
    boolean offer(int question, int other, float similarity) {
        int from = question * MOST;
        int place = counts[question];
        if (place == MOST) {
            if (similarities[from + MOST - 1] >= similarity) {
                return false;
            }
            place--;
        } else {
            counts[question]++;
        }
        while (place > 0 && similarities[from + place - 1] < similarity) {
            similarities[from + place] = similarities[from + place - 1];
            neighbours[from + place] = neighbours[from + place - 1];
            place--;
        }
        similarities[from + place] = similarity;
        neighbours[from + place] = other;
        return true;
    }

    /** Knows of nobody's neighbours any more. */
    void clear() {
        Arrays.fill(counts, (byte) 0);
    }
}
