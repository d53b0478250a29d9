package org.answerloop.embedding.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;

import org.answerloop.embedding.model.Embedder;
import org.answerloop.embedding.model.EmbedderLoader;

/** The one model that there is. */
@ApplicationScoped
class ShippedModel implements EmbedderLoader {

    @Override
    public Embedder load() {
        return BgeSmallEmbedder.load();
    }
}
