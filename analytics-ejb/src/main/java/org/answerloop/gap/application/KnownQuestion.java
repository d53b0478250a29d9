package org.answerloop.gap.application;

/**
 * A question whose topic is known.
 *
 * @param language of its topic
 * @param vector as it is stored; null where there is none by the model that runs
 * @param placed whether a person put it into its topic
 */
public record KnownQuestion(long id, String language, String question, long topic, boolean placed, byte[] vector) {

    /** The same, as if a person had put it into its topic. */
    KnownQuestion asPlaced() {
        return new KnownQuestion(id, language, question, topic, true, vector);
    }
}
