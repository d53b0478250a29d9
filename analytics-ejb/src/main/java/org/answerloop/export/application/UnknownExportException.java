package org.answerloop.export.application;

import org.answerloop.kernel.BusinessException;

/** There is no such export of that person. */
public class UnknownExportException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public UnknownExportException(long id) {
        super("There is no export " + id + "; it may have expired.");
    }
}
