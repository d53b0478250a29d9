package org.answerloop.gap.application;

import org.answerloop.kernel.BusinessException;

/** Another server groups by now: what this one had in mind is not to be written. */
public class LostTurnException extends BusinessException {

    private static final long serialVersionUID = 1L;

    LostTurnException() {
        super("Another server has the turn to group questions.");
    }
}
