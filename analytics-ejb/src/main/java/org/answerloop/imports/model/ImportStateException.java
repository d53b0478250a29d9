package org.answerloop.imports.model;

import org.answerloop.kernel.BusinessException;

/** An import is not in a state in which this can be done to it. */
public class ImportStateException extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final ImportState state;

    ImportStateException(ImportState state, String sentence) {
        super(sentence);
        this.state = state;
    }

    /** The state that it is in. */
    public ImportState state() {
        return state;
    }
}
