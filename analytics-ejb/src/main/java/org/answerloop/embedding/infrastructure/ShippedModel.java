package org.answerloop.embedding.infrastructure;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.answerloop.embedding.model.Embedder;
import org.answerloop.embedding.model.EmbedderLoader;
import org.answerloop.settings.Settings;

/** The one model that there is, as files below the data folder. */
@ApplicationScoped
class ShippedModel implements EmbedderLoader {

    private static final String FOLDER = "model";

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Override
    public Embedder load() {
        return BgeSmallEmbedder.load(settings.dataFolder().resolve(FOLDER), clock);
    }
}
