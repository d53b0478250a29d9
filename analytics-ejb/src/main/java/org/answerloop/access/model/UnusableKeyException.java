package org.answerloop.access.model;

import org.answerloop.kernel.BusinessException;

/** An API key cannot be made or revoked as asked; the message says what to give instead. */
public class UnusableKeyException extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why not. */
    public enum Reason {
        LABEL("Give the key a label of at most " + ApiKey.LABEL + " characters."),
        SCOPES("Choose at least one scope that the key opens."),
        TWO_LIVE("There are two live keys with this label already; revoke one of them, or choose another label."),
        UNKNOWN("There is no such key.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    public UnusableKeyException(Reason reason) {
        super(reason.sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
