package org.answerloop.embedding.model;

import org.answerloop.kernel.BusinessException;

/** The model could not be loaded, or gave no vector. */
public class EmbeddingFailedException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public EmbeddingFailedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
