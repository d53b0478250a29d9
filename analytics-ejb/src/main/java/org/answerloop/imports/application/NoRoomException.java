package org.answerloop.imports.application;

import org.answerloop.kernel.BusinessException;

/** The disk has no room for another file. */
public class NoRoomException extends BusinessException {

    private static final long serialVersionUID = 1L;

    NoRoomException() {
        super("There is no room on the server's disk for this file; make some, or send it in parts.");
    }
}
