package org.answerloop.connection.model;

/** What became of a delivery. */
public enum DeliveryState {
    /** Taken in; its events are not in the inbox yet. */
    RECEIVED,
    /** Its events are in the inbox. */
    DONE,
    /** Somebody has to look at it; it can be tried again. */
    FAILED,
    /** It says nothing that counts. */
    IGNORED
}
