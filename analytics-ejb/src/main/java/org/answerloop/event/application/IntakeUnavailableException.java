package org.answerloop.event.application;

import org.answerloop.kernel.BusinessException;

/** Events cannot be stored at the moment; nothing that was acknowledged is lost, and sending again is harmless. */
public class IntakeUnavailableException extends BusinessException {

    private static final long serialVersionUID = 1L;

    IntakeUnavailableException(Throwable cause) {
        super("The events cannot be stored at the moment; send them again a little later.", cause);
    }
}
