package org.answerloop.answer.infrastructure;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the questions of one language mean, a byte a component, and which of them are nearest to another. They are compared as
 * they lie around their mean: what all questions to a company have in common says nothing about any of them. Those
 * that differ in the signs of the fewest components are compared exactly: of 50,000 that takes a millisecond and misses
 * as good as none, and there is no graph to be built at every start.
 */
final class NearestMeanings {

    /** So many times as many are compared exactly as are asked for. */
    private static final int COMPARED = 8;

    private static final int FIRST_MEAN = 8;

    /** What is known before counts as so many questions. */
    private static final int WEIGHT = 16;

    private static final int STEPS = 127;

    private final Map<Long, Integer> places = new HashMap<>();
    private final double[] sum;
    private final float[] mean;
    private final Signs signs;
    private long[] ids = new long[0];
    private byte[][] components = new byte[0][];
    private float[] step = new float[0];
    private float[] fromMean = new float[0];
    private int size;
    private int nextMean = FIRST_MEAN;

    /** @param everyday the mean that is known before any question */
    NearestMeanings(float[] everyday) {
        sum = new double[everyday.length];
        mean = everyday.clone();
        signs = new Signs(mean.length);
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (double) everyday[i] * WEIGHT;
        }
    }

    void put(long id, float[] meaning) {
        makeRoom();
        ids[size] = id;
        store(size, meaning);
        add(size, 1);
        places.put(id, size);
        look(size++);
        if (size == nextMean) {
            nextMean = size * 2;
            takeMean();
        }
    }

    void remove(long id) {
        int place = places.remove(id);
        add(place, -1);
        int last = --size;
        ids[place] = ids[last];
        components[place] = components[last];
        step[place] = step[last];
        fromMean[place] = fromMean[last];
        signs.move(last, place);
        if (place != last) {
            places.put(ids[place], place);
        }
        components[last] = null;
    }

    /** The ids of the nearest. */
    List<Long> nearest(float[] meaning, int limit) {
        Seen seen = around(meaning);
        return signs.nearest(seen.direction(), size, limit * COMPARED)
                .mapToObj(place -> new Near(ids[place], cosine(place, seen)))
                .sorted((one, other) -> Float.compare(other.cosine(), one.cosine()))
                .limit(limit)
                .map(Near::id)
                .toList();
    }

    private record Near(long id, float cosine) {}

    /** The cosines of these, around the mean; of those that are there. */
    Map<Long, Double> similarities(float[] meaning, Collection<Long> wanted) {
        Seen seen = around(meaning);
        Map<Long, Double> similarities = new HashMap<>();
        for (long id : wanted) {
            Integer place = places.get(id);
            if (place != null) {
                similarities.put(id, (double) cosine(place, seen));
            }
        }
        return similarities;
    }

    /**
     * A vector as seen from the mean.
     *
     * @param direction of length one
     * @param alongMean how far the mean lies in that direction
     */
    private record Seen(float[] direction, float alongMean) {}

    private float cosine(int place, Seen seen) {
        byte[] stored = components[place];
        float[] direction = seen.direction();
        float product = 0;
        for (int i = 0; i < stored.length; i++) {
            product += stored[i] * direction[i];
        }
        return (product * step[place] - seen.alongMean()) / fromMean[place];
    }

    private void store(int place, float[] meaning) {
        float largest = Float.MIN_NORMAL;
        for (float component : meaning) {
            largest = Math.max(largest, Math.abs(component));
        }
        byte[] stored = new byte[meaning.length];
        for (int i = 0; i < stored.length; i++) {
            stored[i] = (byte) Math.round(meaning[i] / largest * STEPS);
        }
        components[place] = stored;
        step[place] = largest / STEPS;
    }

    private void add(int place, int times) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += times * components[place][i] * step[place];
        }
    }

    private void takeMean() {
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sum[i] / (size + WEIGHT));
        }
        for (int place = 0; place < size; place++) {
            look(place);
        }
    }

    /** Where it lies as seen from the mean. */
    private void look(int place) {
        float[] seen = new float[mean.length];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = components[place][i] * step[place] - mean[i];
        }
        fromMean[place] = length(seen);
        signs.put(place, seen);
    }

    private Seen around(float[] meaning) {
        float[] direction = new float[mean.length];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = meaning[i] - mean[i];
        }
        float length = length(direction);
        float alongMean = 0;
        for (int i = 0; i < direction.length; i++) {
            direction[i] /= length;
            alongMean += direction[i] * mean[i];
        }
        return new Seen(direction, alongMean);
    }

    private static float length(float[] vector) {
        double square = Float.MIN_NORMAL;
        for (float component : vector) {
            square += component * component;
        }
        return (float) Math.sqrt(square);
    }

    private void makeRoom() {
        if (size == ids.length) {
            int room = Math.max(64, size + size / 2);
            ids = Arrays.copyOf(ids, room);
            components = Arrays.copyOf(components, room);
            step = Arrays.copyOf(step, room);
            fromMean = Arrays.copyOf(fromMean, room);
        }
    }
}
