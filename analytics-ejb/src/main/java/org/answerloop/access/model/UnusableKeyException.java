package org.answerloop.access.model;

import org.answerloop.kernel.BusinessException;

/** An API key cannot be made or changed as asked; the message says what to give instead. */
public class UnusableKeyException extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why not. */
    public enum Reason {
        LABEL("Give the key a label of at most " + ApiKey.LABEL + " characters."),
        SCOPES("Choose at least one scope that the key opens."),
        SOURCES("Give at most " + SourceRule.LINES + " sources, one a line; a * only stands at the end of a line,"
                + " behind the beginning of the sources that are meant."),
        EXPIRY("Give a day that is still to come, or none for a key without an end."),
        OVERLAP("The earlier secret can stay valid for 30 days at most."),
        TWO_LIVE("There are two live keys with this label already; revoke one of them, or choose another label."),
        TWO_SECRETS("Two secrets of this key are valid already; end the earlier one first."),
        NOT_LIVE("This key opens nothing any more; make a new one."),
        FROM_SETTING("The secret of this key stands in the configuration; change it there."),
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
