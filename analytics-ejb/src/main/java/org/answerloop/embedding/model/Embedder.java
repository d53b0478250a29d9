package org.answerloop.embedding.model;

/** Turns a text into its embedding: a vector of length one, whose direction is the text's meaning. */
public interface Embedder extends AutoCloseable {

    /** The name of the model: vectors of different models cannot be compared. */
    String model();

    /** How many components a vector has. */
    int dimensions();

    /**
     * @return {@link #dimensions()} components, of length one
     * @throws EmbeddingFailedException when the model fails on this text
     */
    float[] embed(String text);

    /**
     * The mean of what visitors of any company ask, in the language that the model was made for. It is what the questions of a
     * company have in common as long as there are few of them.
     */
    float[] everyday();

    /** Gives back what the model holds outside the heap, if it does. */
    @Override
    default void close() {}
}
