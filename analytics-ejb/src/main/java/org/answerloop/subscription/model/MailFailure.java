package org.answerloop.subscription.model;

/** Why a mail could not be sent, as far as a person can do something about it. */
public enum MailFailure {
    /** The mail server does not answer. */
    UNREACHABLE,
    /** The mail server does not take this server's name and password. */
    SIGN_IN,
    /** The mail server does not take the address. */
    ADDRESS,
    /** The mail server refused for another reason, which it said. */
    REFUSED,
    /** The reports could not be made. */
    REPORTS
}
