package org.answerloop.subscription.model;

/** What became of a mail. */
public enum MailState {
    /** It is to be sent, or to be tried again. */
    WAITING,
    /** The mail server has taken it. */
    SENT,
    /** It was tried often enough, or the subscription ended before. */
    GIVEN_UP
}
