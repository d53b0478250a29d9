package org.answerloop.imports.application;

import org.answerloop.kernel.BusinessException;

/** The file, inflated, is larger than this server takes. */
public class FileTooLargeException extends BusinessException {

    private static final long serialVersionUID = 1L;

    FileTooLargeException(long most) {
        super("The file has more than " + most
                + " bytes, inflated, which is the most that this server takes; send it in"
                + " parts, or have ANSWERLOOP_IMPORT_BYTES raised.");
    }
}
