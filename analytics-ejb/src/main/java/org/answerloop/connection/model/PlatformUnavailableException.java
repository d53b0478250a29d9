package org.answerloop.connection.model;

import org.answerloop.kernel.BusinessException;

/** A platform gives no answer at the moment, or may not be asked where its API is said to be; it is asked again later. */
public class PlatformUnavailableException extends BusinessException {

    /** What people are told, whatever the reason. */
    public static final String SENTENCE =
            "The platform's API gave no usable answer. Check its address and the token; the"
                    + " server's log says more.";

    private static final long serialVersionUID = 1L;

    public PlatformUnavailableException(Throwable cause) {
        super(SENTENCE, cause);
    }
}
