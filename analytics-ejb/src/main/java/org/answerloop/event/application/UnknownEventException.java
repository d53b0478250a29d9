package org.answerloop.event.application;

import org.answerloop.kernel.BusinessException;

/** There is no such event in quarantine. */
public class UnknownEventException extends BusinessException {

    private static final long serialVersionUID = 1L;

    UnknownEventException() {
        super("There is no such event in quarantine.");
    }
}
