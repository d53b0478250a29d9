package org.answerloop.kernel;

/** A page was asked for by a cursor that no page gave. */
public class UnknownCursorException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public UnknownCursorException() {
        super("The list has no page of that name; start again from its first page.");
    }
}
