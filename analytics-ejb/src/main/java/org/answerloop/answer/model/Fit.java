package org.answerloop.answer.model;

/**
 * How well an answer fits a question, as the weighted mean of what words and meaning say; both are between bounds that are known
 * beforehand, which combines them better than their ranks do (Bruch, Gai and Ingber 2023).
 *
 * @param language of the answer, as BCP 47 writes it, without a region
 * @param words how well the words fit, from 0 to 1
 * @param similarity how nearly the answer's question means the same, from 0 to 1; null where it is not known
 */
public record Fit(String language, double words, Double similarity) {

    /** Where the score reaches this, the two questions are nearly the same. */
    public static final double NEARLY_THE_SAME = 0.55;

    /** The language that the model was made for. */
    private static final String LANGUAGE_OF_THE_MODEL = "en";

    /** How much the words count where the model was made for the language. */
    private static final double WORDS = 0.15;

    /** Of other languages the model knows little. */
    private static final double WORDS_OF_OTHER_LANGUAGES = 0.4;

    /** What shares no word is taken to fit only where it means at least so nearly the same. */
    private static final double WORDLESS = 0.3;

    public double score() {
        if (similarity == null) {
            return words;
        }
        double weight = language.equals(LANGUAGE_OF_THE_MODEL) ? WORDS : WORDS_OF_OTHER_LANGUAGES;
        return weight * words + (1 - weight) * similarity;
    }

    /** Whether it has something to do with the question at all. */
    public boolean isWorthSaying() {
        return words > 0 || similarity != null && similarity >= WORDLESS;
    }
}
