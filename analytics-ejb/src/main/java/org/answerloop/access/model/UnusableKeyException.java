package org.answerloop.access.model;

import org.answerloop.kernel.BusinessException;

/** An API key cannot be made or revoked as asked; the message says what to give instead. */
public class UnusableKeyException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public UnusableKeyException(String message) {
        super(message);
    }
}
