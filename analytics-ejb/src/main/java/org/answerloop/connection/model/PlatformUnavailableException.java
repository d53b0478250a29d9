package org.answerloop.connection.model;

import org.answerloop.kernel.BusinessException;

/** A platform does not answer at the moment; it is asked again later. */
public class PlatformUnavailableException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public PlatformUnavailableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
