package org.answerloop.answer.infrastructure;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The nearest are found as if every one had been compared. */
class NearestMeaningsTest {

    private static final int DIMENSIONS = 384;
    private static final int TOPICS = 200;

    private final Random random = new Random(7);

    @Test
    void the_nearest_of_thousands_are_found_and_what_was_removed_is_not() {
        NearestMeanings meanings = new NearestMeanings(new float[DIMENSIONS]);
        float[][] topics = new float[TOPICS][];
        for (int i = 0; i < TOPICS; i++) {
            topics[i] = near(new float[DIMENSIONS], 1);
        }
        Map<Long, float[]> all = new HashMap<>();
        for (long id = 1; id <= 6_000; id++) {
            float[] meaning = near(topics[random.nextInt(TOPICS)], 0.8);
            all.put(id, meaning);
            meanings.put(id, meaning);
        }
        for (long id = 1; id <= 6_000; id += 3) {
            all.remove(id);
            meanings.remove(id);
        }

        int same = 0;
        for (int i = 0; i < 50; i++) {
            float[] asked = near(topics[i], 0.8);
            List<Long> exactly = all.entrySet().stream()
                    .sorted(Comparator.comparingDouble(entry -> -product(entry.getValue(), asked)))
                    .limit(10)
                    .map(Map.Entry::getKey)
                    .toList();
            same += (int) meanings.nearest(asked, 10).stream()
                    .filter(exactly::contains)
                    .count();
        }

        assertThat(same).isGreaterThan(480);
    }

    @Test
    void a_similarity_is_the_cosine_as_seen_from_the_mean() {
        float[] everyday = {1, 0, 0};
        NearestMeanings meanings = new NearestMeanings(everyday);
        meanings.put(1, new float[] {1, 1, 0});
        meanings.put(2, new float[] {1, 0, -1});

        Map<Long, Double> similarities = meanings.similarities(new float[] {1, 0.5f, 0}, List.of(1L, 2L, 3L));

        assertThat(similarities).containsOnlyKeys(1L, 2L);
        assertThat(similarities.get(1L)).isCloseTo(1, within(0.001));
        assertThat(similarities.get(2L)).isCloseTo(0, within(0.001));
    }

    /** Around the centre, of about length one. */
    private float[] near(float[] centre, double far) {
        float[] vector = centre.clone();
        for (int i = 0; i < vector.length; i++) {
            vector[i] += (float) (random.nextGaussian() * far / Math.sqrt(DIMENSIONS));
        }
        double length = Math.sqrt(product(vector, vector));
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) length;
        }
        return vector;
    }

    private static double product(float[] one, float[] other) {
        double product = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
        }
        return product;
    }
}
