package org.answerloop.gap.model;

import java.util.Random;

/**
 * Turns a vector into bits: turned round at random, the sign of each component. The share of bits in which two vectors differ
 * is their angle over π (Charikar 2002). The turn is a Walsh–Hadamard transform of the components with random signs.
 */
final class Rotation {

    /** Bits of a sketch; the components of a vector are fewer. */
    static final int BITS = 512;

    static final int WORDS = BITS / Long.SIZE;

    /** The same on every server and after every start. */
    private static final long SEED = 7_919;

    private final boolean[] flipped = new boolean[BITS];
    private final float[] turned = new float[BITS];

    Rotation() {
        Random random = new Random(SEED);
        for (int i = 0; i < BITS; i++) {
            flipped[i] = random.nextBoolean();
        }
    }

    /** The cosine of two vectors, as far as the number of differing bits tells it. */
    static float cosine(int differing) {
        return (float) Math.cos(Math.PI * differing / BITS);
    }

    /** Writes the bits of the vector at the place. */
    void sketch(float[] vector, long[] bits, int place) {
        for (int i = 0; i < BITS; i++) {
            float component = i < vector.length ? vector[i] : 0;
            turned[i] = flipped[i] ? -component : component;
        }
        transform();
        for (int word = 0; word < WORDS; word++) {
            long signs = 0;
            for (int bit = 0; bit < Long.SIZE; bit++) {
                signs |= turned[word * Long.SIZE + bit] > 0 ? 1L << bit : 0;
            }
            bits[place + word] = signs;
        }
    }

    private void transform() {
        for (int span = 1; span < BITS; span *= 2) {
            for (int block = 0; block < BITS; block += 2 * span) {
                for (int i = block; i < block + span; i++) {
                    float sum = turned[i] + turned[i + span];
                    turned[i + span] = turned[i] - turned[i + span];
                    turned[i] = sum;
                }
            }
        }
    }
}
