package org.answerloop.subscription.model;

/** A mail was not taken by the mail server. */
public class UndeliveredException extends Exception {

    private static final long serialVersionUID = 1L;

    private final MailFailure failure;

    /** @param cause whose message is what the mail server said */
    public UndeliveredException(MailFailure failure, Throwable cause) {
        super(cause.getMessage(), cause);
        this.failure = failure;
    }

    public MailFailure failure() {
        return failure;
    }
}
