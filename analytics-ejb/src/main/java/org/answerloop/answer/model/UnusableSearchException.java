package org.answerloop.answer.model;

import org.answerloop.kernel.BusinessException;

/** A search says what it looks for in a way that cannot be used. */
public class UnusableSearchException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public UnusableSearchException(String parameter, String takes) {
        super("The parameter " + parameter + " " + takes + ".");
    }
}
