package org.answerloop.subscription.model;

import org.answerloop.kernel.BusinessException;

/** A subscription cannot be had like this. */
public class UnusableSubscriptionException extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What is wrong. */
    public enum Reason {
        ADDRESS("That is no e-mail address."),
        DOMAIN("Reports are not sent to addresses of that domain."),
        PAGE("The dates of the page cannot be used."),
        MANY("You have as many subscriptions as a person can have; remove one."),
        UNKNOWN("There is no such subscription of yours."),
        NO_MAIL("This server was not told how to send e-mail.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    public UnusableSubscriptionException(Reason reason) {
        super(reason.sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
