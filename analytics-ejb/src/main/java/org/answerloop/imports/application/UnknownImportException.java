package org.answerloop.imports.application;

import org.answerloop.kernel.BusinessException;

/** There is no such import. */
public class UnknownImportException extends BusinessException {

    private static final long serialVersionUID = 1L;

    UnknownImportException(long id) {
        super("There is no import " + id + ".");
    }
}
