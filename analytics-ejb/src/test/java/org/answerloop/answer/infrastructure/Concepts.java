package org.answerloop.answer.infrastructure;

import java.util.List;
import java.util.Locale;

import org.answerloop.embedding.model.Embedder;
import org.answerloop.embedding.model.EmbeddingFailedException;

/** A model that knows a few words, some of which mean the same; and counts how often it is asked. */
final class Concepts implements Embedder {

    private static final List<List<String>> MEANINGS =
            List.of(List.of("refund", "money"), List.of("dog", "puppy"), List.of("late", "delayed"));

    private final String name;
    private int asked;
    private String poison;

    Concepts(String name) {
        this.name = name;
    }

    int asked() {
        return asked;
    }

    /** @param word every text with it; null for none */
    void failOn(String word) {
        poison = word;
    }

    @Override
    public String model() {
        return name;
    }

    @Override
    public int dimensions() {
        return MEANINGS.size() + 1;
    }

    @Override
    public float[] embed(String text) {
        asked++;
        String words = text.toLowerCase(Locale.ROOT);
        if (poison != null && words.contains(poison)) {
            throw new EmbeddingFailedException("No vector for it", null);
        }
        float[] vector = new float[dimensions()];
        double squares = 0.01;
        // What every text has in common.
        vector[MEANINGS.size()] = 0.1f;
        for (int i = 0; i < MEANINGS.size(); i++) {
            vector[i] = MEANINGS.get(i).stream().anyMatch(words::contains) ? 1 : 0;
            squares += vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    @Override
    public float[] everyday() {
        return new float[dimensions()];
    }
}
