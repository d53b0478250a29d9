package org.answerloop.conversation.application;

import org.answerloop.kernel.BusinessException;

/** Somebody else has begun one of these conversations at this moment; the next time it is found. */
public class BegunMeanwhileException extends BusinessException {

    private static final long serialVersionUID = 1L;

    BegunMeanwhileException() {
        super("Some of these conversations were begun by another sender at this moment; send the events again.");
    }
}
