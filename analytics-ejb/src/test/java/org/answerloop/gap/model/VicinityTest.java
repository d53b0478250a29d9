package org.answerloop.gap.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The neighbours that are found beside those that comparing everything with everything finds. */
class VicinityTest {

    private static final int DIMENSIONS = 64;
    private static final int QUESTIONS = 1_200;

    @Test
    void the_estimate_names_nearly_all_of_the_closest() {
        Random random = new Random(42);
        Meanings meanings = new Meanings(DIMENSIONS);
        Vicinity vicinity = new Vicinity(1, DIMENSIONS);
        List<float[]> centres =
                IntStream.range(0, 40).mapToObj(i -> vector(random)).toList();
        for (int question = 0; question < QUESTIONS; question++) {
            float[] vector = vector(random);
            float[] centre = centres.get(random.nextInt(centres.size()));
            for (int i = 0; i < DIMENSIONS; i++) {
                vector[i] = vector[i] * 0.8f + centre[i];
            }
            meanings.add(vector);
            vicinity.add("", vector);
            vicinity.look(question, "");
            vicinity.meet(question);
        }
        vicinity.web(Likeness.ENGLISH);

        int found = 0;
        for (int question = 0; question < QUESTIONS; question++) {
            found += common(question, meanings, vicinity);
        }
        assertThat(found).isGreaterThan((int) (0.95 * QUESTIONS * 10));
    }

    /** How many of the ten closest are among the neighbours. */
    private static int common(int question, Meanings meanings, Vicinity vicinity) {
        List<Integer> all =
                new ArrayList<>(IntStream.range(0, QUESTIONS).boxed().toList());
        all.remove(Integer.valueOf(question));
        all.sort(Comparator.comparingDouble(other -> -meanings.similarity(question, other)));
        Set<Integer> neighbours = new HashSet<>(vicinity.neighbours(question));
        return (int) all.stream().limit(10).filter(neighbours::contains).count();
    }

    private static float[] vector(Random random) {
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }
}
