package org.answerloop.sample.model;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Chance that can be repeated: every draw follows from the seed and the stream. Built on {@link Random}, whose sequence
 * is part of its specification.
 */
final class Dice {

    private static final double SPREAD = 0.6;

    private final Random random;

    /** @param stream tells dice of one seed apart; neighbouring streams are unrelated */
    Dice(long seed, long stream) {
        random = new Random(scramble(seed + scramble(stream)));
    }

    /** The finaliser of SplitMix64: {@code Random} alone gives neighbouring seeds similar first draws. */
    private static long scramble(long value) {
        long mixed = value + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    double uniform() {
        return random.nextDouble();
    }

    double normal() {
        return random.nextGaussian();
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** From {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    <T> T pick(List<T> items, ToDoubleFunction<T> weight) {
        double left = random.nextDouble() * items.stream().mapToDouble(weight).sum();
        for (T item : items) {
            left -= weight.applyAsDouble(item);
            if (left < 0) {
                return item;
            }
        }
        return items.get(items.size() - 1);
    }

    /** Mostly near the typical duration, at times much longer, as waiting is (log-normal), in whole milliseconds. */
    Duration around(Duration typical) {
        double factor = StrictMath.exp(random.nextGaussian() * SPREAD);
        return Duration.ofMillis(Math.max(1, Math.round(typical.toMillis() * factor)));
    }
}
