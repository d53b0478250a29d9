package org.answerloop.view.model;

import org.answerloop.kernel.BusinessException;

/** A view cannot be kept so. */
public class UnusableViewException extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What is wrong with it. */
    public enum Reason {
        NAME("A view needs a name of at most " + SavedView.NAME + " characters."),
        QUERY("What the view shows is not the query of an address."),
        TAKEN("There is already a view of that name."),
        TOO_MANY("Nobody keeps more than " + SavedView.MOST + " views."),
        UNKNOWN("There is no such view of this person.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    public UnusableViewException(Reason reason) {
        super(reason.sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
