package org.answerloop.embedding.application;

import java.util.Optional;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.embedding.model.Embedder;
import org.answerloop.embedding.model.EmbedderLoader;
import org.answerloop.embedding.model.EmbeddingFailedException;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

/** The model of this server: loaded behind the scenes, once, by whoever needs it first and can wait. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(NOT_SUPPORTED)
public class EmbeddingModel {

    private static final System.Logger LOG = System.getLogger(EmbeddingModel.class.getName());

    @Inject
    private EmbedderLoader loader;

    private volatile State state = State.LOADING;
    private volatile Embedder embedder;

    /** How far it is. */
    public enum State {
        LOADING,
        READY,
        /** There is none for this platform: texts are compared by their spelling alone. */
        UNAVAILABLE
    }

    /** Loads it where nobody has; comes back when it is there, or is known not to come. */
    public synchronized void load() {
        if (state != State.LOADING) {
            return;
        }
        try {
            embedder = loader.load();
            state = State.READY;
            LOG.log(INFO, "The model {0} is loaded.", embedder.model());
        } catch (EmbeddingFailedException e) {
            state = State.UNAVAILABLE;
            LOG.log(WARNING, "Questions are grouped by their spelling alone.", e);
        }
    }

    public State state() {
        return state;
    }

    /** Nothing while it is loading, and where there is none. */
    public Optional<Embedder> embedder() {
        return Optional.ofNullable(embedder);
    }

    @PreDestroy
    void close() {
        if (embedder != null) {
            embedder.close();
        }
    }
}
