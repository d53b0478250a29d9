package org.answerloop.kernel;

import jakarta.ejb.ApplicationException;

/**
 * The root of everything that can be refused for a reason of the business. The message is one sentence that a person
 * understands: what is wrong and how to mend it. Rolls the transaction back, so nothing half done stays behind.
 */
@ApplicationException(rollback = true)
public abstract class BusinessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected BusinessException(String message) {
        super(message);
    }

    protected BusinessException(String message, Throwable cause) {
        super(message, cause);
    }
}
