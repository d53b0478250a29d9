package org.answerloop.export.model;

import org.answerloop.kernel.BusinessException;

/** What was asked for cannot be done where the export stands. */
public class ExportStateException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public ExportStateException(String message) {
        super(message);
    }
}
