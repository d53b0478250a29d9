package org.answerloop.system.inside;

import org.answerloop.embedding.model.Embedder;

/** Of a server that dies after so many texts. */
final class DyingEmbedder implements Embedder {

    private final Embedder embedder;
    private int left;

    DyingEmbedder(Embedder embedder, int left) {
        this.embedder = embedder;
        this.left = left;
    }

    @Override
    public String model() {
        return embedder.model();
    }

    @Override
    public int dimensions() {
        return embedder.dimensions();
    }

    @Override
    public float[] embed(String text) {
        if (left-- == 0) {
            throw new IllegalStateException("the server dies");
        }
        return embedder.embed(text);
    }

    @Override
    public float[] everyday() {
        return embedder.everyday();
    }
}
