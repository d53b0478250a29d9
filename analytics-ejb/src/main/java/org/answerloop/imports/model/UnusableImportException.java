package org.answerloop.imports.model;

import org.answerloop.kernel.BusinessException;

/** An import cannot be begun as it is asked for; the message names the parameter and what it takes. */
public class UnusableImportException extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final String parameter;

    /** @param takes what the parameter takes, as the end of a sentence */
    public UnusableImportException(String parameter, String takes) {
        super("The parameter \"" + parameter + "\" takes " + takes + ".");
        this.parameter = parameter;
    }

    public String parameter() {
        return parameter;
    }
}
