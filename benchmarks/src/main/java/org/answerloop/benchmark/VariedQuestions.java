package org.answerloop.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** As many questions as one likes, made of others by leaving out, exchanging and adding words. */
final class VariedQuestions {

    private static final int CHANGES = 3;
    private static final int FEWEST_WORDS = 3;

    private final List<String> questions;
    private final Random random;

    VariedQuestions(List<String> questions, long seed) {
        this.questions = questions;
        this.random = new Random(seed);
    }

    String next() {
        List<String> words = words();
        for (int change = random.nextInt(CHANGES + 1); change > 0; change--) {
            int place = random.nextInt(words.size());
            switch (random.nextInt(CHANGES)) {
                case 0 -> {
                    if (words.size() > FEWEST_WORDS) {
                        words.remove(place);
                    }
                }
                case 1 -> Collections.swap(words, place, random.nextInt(words.size()));
                default -> {
                    List<String> others = words();
                    words.add(place, others.get(random.nextInt(others.size())));
                }
            }
        }
        return String.join(" ", words);
    }

    private List<String> words() {
        return new ArrayList<>(Arrays.asList(
                questions.get(random.nextInt(questions.size())).strip().split("\\s+")));
    }
}
