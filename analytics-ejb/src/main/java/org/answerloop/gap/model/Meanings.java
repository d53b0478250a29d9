package org.answerloop.gap.model;

import java.util.Arrays;

/**
 * The embeddings of many questions, a byte a component. They are compared as they lie around their mean: what all questions of
 * a company have in common says nothing about any of them. The mean is taken anew whenever the questions have doubled.
 */
final class Meanings {

    /** Two raw embeddings of one language are alike whatever they say, so two have to do for a first mean. */
    private static final int FIRST_MEAN = 2;

    /** What is known before counts as so many questions. */
    private static final int WEIGHT = 16;

    private static final int STEPS = 127;

    private final int dimensions;
    private final Rotation rotation = new Rotation();
    private final float[] mean;
    private final double[] sum;
    private final byte[] nothing;

    private byte[][] components = new byte[0][];
    private float[] step = new float[0];
    private float[] alongMean = new float[0];
    private float[] fromMean = new float[0];
    private long[] bits = new long[0];
    private float meanSquare;
    private int size;
    private int known;
    private int nextMean = FIRST_MEAN;

    Meanings(int dimensions) {
        this.dimensions = dimensions;
        this.mean = new float[dimensions];
        this.sum = new double[dimensions];
        this.nothing = new byte[dimensions];
    }

    /** Begins with a mean that is known before any question. */
    void expect(float[] before) {
        known = WEIGHT;
        nextMean = WEIGHT;
        for (int i = 0; i < dimensions; i++) {
            sum[i] = (double) before[i] * WEIGHT;
        }
        takeMean();
    }

    /** @return whether the mean was taken anew, which changes all similarities */
    boolean add(float[] embedding) {
        makeRoom();
        store(size, embedding);
        for (int i = 0; i < dimensions; i++) {
            sum[i] += embedding[i];
        }
        place(size++);
        if (size < nextMean || size > Vicinity.SETTLED) {
            return false;
        }
        nextMean = size * 2;
        takeMean();
        return true;
    }

    /** The one that was added last was none. */
    void takeBack(float[] embedding) {
        size--;
        for (int i = 0; i < dimensions; i++) {
            sum[i] -= embedding[i];
        }
    }

    /** The cosine of two, around the mean. */
    float similarity(int one, int other) {
        byte[] a = components[one];
        byte[] b = components[other];
        int product = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
        }
        float raw = product * step[one] * step[other];
        return (raw - alongMean[one] - alongMean[other] + meanSquare) / (fromMean[one] * fromMean[other]);
    }

    /** The same, estimated from bits. */
    int differing(int one, int other) {
        int from = one * Rotation.WORDS;
        int to = other * Rotation.WORDS;
        int differing = 0;
        for (int word = 0; word < Rotation.WORDS; word++) {
            differing += Long.bitCount(bits[from + word] ^ bits[to + word]);
        }
        return differing;
    }

    /** Leaves nothing of what it meant. */
    void forget(int question) {
        components[question] = nothing;
        Arrays.fill(bits, question * Rotation.WORDS, (question + 1) * Rotation.WORDS, 0);
    }

    private void store(int question, float[] embedding) {
        float largest = 0;
        for (float component : embedding) {
            largest = Math.max(largest, Math.abs(component));
        }
        byte[] stored = new byte[dimensions];
        float length = Math.max(largest, Float.MIN_NORMAL) / STEPS;
        for (int i = 0; i < dimensions; i++) {
            stored[i] = (byte) Math.round(embedding[i] / length);
        }
        components[question] = stored;
        step[question] = length;
    }

    private void takeMean() {
        double square = 0;
        for (int i = 0; i < dimensions; i++) {
            mean[i] = (float) (sum[i] / (size + known));
            square += mean[i] * mean[i];
        }
        meanSquare = (float) square;
        for (int question = 0; question < size; question++) {
            place(question);
        }
    }

    /** Where a question lies as seen from the mean. */
    private void place(int question) {
        float[] seen = new float[dimensions];
        double along = 0;
        double square = 0;
        for (int i = 0; i < dimensions; i++) {
            float component = components[question][i] * step[question];
            along += component * mean[i];
            seen[i] = component - mean[i];
            square += seen[i] * seen[i];
        }
        alongMean[question] = (float) along;
        fromMean[question] = (float) Math.sqrt(Math.max(square, Float.MIN_NORMAL));
        rotation.sketch(seen, bits, question * Rotation.WORDS);
    }

    private void makeRoom() {
        if (size == components.length) {
            int room = Math.max(64, size + size / 2);
            components = Arrays.copyOf(components, room);
            step = Arrays.copyOf(step, room);
            alongMean = Arrays.copyOf(alongMean, room);
            fromMean = Arrays.copyOf(fromMean, room);
            bits = Arrays.copyOf(bits, room * Rotation.WORDS);
        }
    }
}
