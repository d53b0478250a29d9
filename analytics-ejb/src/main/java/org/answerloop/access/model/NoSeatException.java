package org.answerloop.access.model;

import org.answerloop.kernel.BusinessException;

/** What was asked takes a paid seat, and the caller has none. */
public class NoSeatException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public NoSeatException() {
        super("This takes a paid seat, and you have none; ask an administrator for one under Administration, Seats.");
    }
}
