package org.answerloop.export.application;

import org.answerloop.kernel.BusinessException;

/** A person has enough exports under way. */
public class TooManyExportsException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public TooManyExportsException() {
        super("Wait until one of the exports under way is written, or stop one.");
    }
}
