package org.answerloop.subscription.model;

/** Whether mails of a subscription fall due. */
public enum SubscriptionState {
    ACTIVE,
    /** The person wants none for the time being. */
    PAUSED,
    /** The server does not know any more that the person may have them. */
    LAPSED
}
