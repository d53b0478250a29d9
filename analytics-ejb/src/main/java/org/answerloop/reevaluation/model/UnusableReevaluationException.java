package org.answerloop.reevaluation.model;

import org.answerloop.kernel.BusinessException;

/** An order that cannot be carried out as it is. */
public class UnusableReevaluationException extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final String about;

    /** What is wrong with it. */
    public enum Fault {
        REASON_MISSING,
        REASON_TOO_LONG,
        NOTHING_NAMED,
        TOO_MANY,
        UNKNOWN,
        IMPORT_UNKNOWN,
        IMPORT_UNDER_WAY,
        NO_VERDICTS
    }

    /**
     * @param about what it is that is wrong, such as an id; empty where the fault says everything
     * @param sentence what is wrong, and how to mend it
     */
    public UnusableReevaluationException(Fault fault, String about, String sentence) {
        super(sentence);
        this.fault = fault;
        this.about = about;
    }

    public Fault fault() {
        return fault;
    }

    public String about() {
        return about;
    }
}
