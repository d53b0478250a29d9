package org.answerloop.gap.model;

/**
 * What makes questions of one language alike, and how much alike the questions of one topic are. A topic holds together where
 * its questions' closest neighbours are in it: each pair of neighbours adds what its similarity is above the
 * {@code floor}, and every question pays {@code price} for each other one in the topic (the constant Potts model, Traag et
 * al. 2011). A question knows only its closest neighbours, so that a large topic has fewer pairs of them than
 * it has pairs; from {@code saturation} questions on, another one therefore costs only logarithmically more.
 *
 * @param meaning how much the embedding counts, from 0 to 1; the rest is the spelling
 * @param floor the similarity from which two questions speak for one topic
 * @param price what a question has to bring for each other one in its topic
 * @param saturation the size of a topic from which on it costs less
 * @param same the similarity from which two questions are one wording, as if they said the very same
 */
public record Likeness(float meaning, float floor, float price, float saturation, float same) {

    /** The model was made for English. */
    public static final Likeness ENGLISH = new Likeness(1, 0.5f, 0.012f, 30, 0.92f);

    /** Of other languages the model knows little; how a word is spelled says more. */
    public static final Likeness OTHER = new Likeness(0.4f, 0.13f, 0.04f, 20, 0.8f);

    /** Where no model runs. */
    public static final Likeness SPELLING = new Likeness(0, 0.06f, 0.035f, 20, 0.8f);

    /** @param language as BCP 47 writes it; null where it is not known */
    public static Likeness of(String language) {
        return "en".equals(language) || language != null && language.startsWith("en-") ? ENGLISH : OTHER;
    }

    /** How strongly two neighbours speak for one topic; 0 where they do not. */
    float bond(float similarity) {
        return Math.max(0, (similarity - floor) / (1 - floor));
    }

    /** What it costs that two groups of these sizes are one topic. */
    double costOfJoining(double one, double other) {
        return cost(one + other) - cost(one) - cost(other);
    }

    private double cost(double size) {
        if (size <= saturation) {
            return price * size * size / 2;
        }
        return price * saturation * (saturation / 2 + size * Math.log(size / saturation));
    }
}
