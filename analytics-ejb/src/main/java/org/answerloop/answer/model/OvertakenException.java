package org.answerloop.answer.model;

import java.time.Instant;

import org.answerloop.kernel.BusinessException;

/** Somebody else changed the answer since the caller read it. */
public class OvertakenException extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final String by;
    private final Instant at;

    public OvertakenException(String by, Instant at) {
        super(by + " has changed this answer in the meantime; look at it again before you change it.");
        this.by = by;
        this.at = at;
    }

    public String by() {
        return by;
    }

    public Instant at() {
        return at;
    }
}
