package org.answerloop.event.application;

import org.answerloop.kernel.BusinessException;

/** Somebody else has stored some of these events since they were looked for; the next time they are found. */
class StoredMeanwhileException extends BusinessException {

    private static final long serialVersionUID = 1L;

    StoredMeanwhileException() {
        super("Some of these events were stored by another sender at this moment; send them again.");
    }
}
