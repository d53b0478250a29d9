package org.answerloop.answer.infrastructure;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The signs of the components of many vectors, a bit each: two that differ in few of them point nearly the same way (Charikar
 * 2002). All lie one behind the other, because looking at each takes less time than finding it elsewhere in memory.
 */
final class Signs {

    private final int words;
    private long[] bits = new long[0];

    /** @param dimensions of each vector */
    Signs(int dimensions) {
        words = (dimensions + Long.SIZE - 1) / Long.SIZE;
    }

    /** Whatever was at this place before. */
    void put(int place, float[] vector) {
        int needed = (place + 1) * words;
        if (needed > bits.length) {
            bits = Arrays.copyOf(bits, needed + needed / 2);
        }
        System.arraycopy(of(vector), 0, bits, place * words, words);
    }

    void move(int from, int to) {
        System.arraycopy(bits, from * words, bits, to * words, words);
    }

    /**
     * The places of those that differ in the fewest signs: at least as many as are asked for, where there are so many.
     *
     * @param size of all places, the number of the first
     */
    IntStream nearest(float[] vector, int size, int limit) {
        int[] differing = differing(of(vector), size);
        int[] counts = new int[words * Long.SIZE + 1];
        for (int count : differing) {
            counts[count]++;
        }
        int most = 0;
        for (int many = counts[0]; many < limit && most < counts.length - 1; many += counts[most]) {
            most++;
        }
        int threshold = most;
        return IntStream.range(0, size).filter(place -> differing[place] <= threshold);
    }

    private int[] differing(long[] signs, int size) {
        int[] differing = new int[size];
        for (int place = 0; place < size; place++) {
            int count = 0;
            for (int word = 0; word < words; word++) {
                count += Long.bitCount(signs[word] ^ bits[place * words + word]);
            }
            differing[place] = count;
        }
        return differing;
    }

    private long[] of(float[] vector) {
        long[] signs = new long[words];
        for (int i = 0; i < vector.length; i++) {
            if (vector[i] > 0) {
                signs[i / Long.SIZE] |= 1L << i;
            }
        }
        return signs;
    }
}
