package org.answerloop.embedding.model;

/** Loads the model that ships with the application. */
@FunctionalInterface
public interface EmbedderLoader {

    /** @throws EmbeddingFailedException where it cannot be loaded */
    Embedder load();
}
