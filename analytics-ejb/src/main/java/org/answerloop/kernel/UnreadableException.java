package org.answerloop.kernel;

import java.sql.SQLException;

/** The database did not answer; the cause says why. Nothing that the caller could do differently. */
public class UnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableException(SQLException cause) {
        super("The database did not answer", cause);
    }
}
