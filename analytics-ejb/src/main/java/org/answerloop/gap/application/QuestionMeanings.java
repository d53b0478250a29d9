package org.answerloop.gap.application;

import java.util.Optional;

import org.answerloop.embedding.model.Embedder;
import org.answerloop.embedding.model.EmbeddingFailedException;
import org.answerloop.embedding.model.StoredVector;

import static java.lang.System.Logger.Level.WARNING;

/** What questions mean, as it is stored or as the model says. A question on which the model fails holds up none of the others. */
final class QuestionMeanings {

    private static final System.Logger LOG = System.getLogger(QuestionMeanings.class.getName());

    /** A model that fails on this, too, fails on everything. */
    private static final String PLAIN = "Where is my order?";

    private final Embedder embedder;

    QuestionMeanings(Embedder embedder) {
        this.embedder = embedder;
    }

    /**
     * @param vector as it is stored; null where it is not
     * @return nothing where the model fails on this question
     * @throws EmbeddingFailedException where the model fails on everything
     */
    Optional<float[]> of(long question, String text, byte[] vector) {
        if (vector != null) {
            return Optional.of(StoredVector.embedding(vector));
        }
        try {
            return Optional.of(embedder.embed(text));
        } catch (EmbeddingFailedException e) {
            embedder.embed(PLAIN);
            LOG.log(
                    WARNING,
                    "What question " + question
                            + " means could not be found out: it is compared with no other one until the tables are read again.",
                    e);
            return Optional.empty();
        }
    }
}
