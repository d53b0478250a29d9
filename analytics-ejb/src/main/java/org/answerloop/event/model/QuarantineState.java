package org.answerloop.event.model;

/** What somebody did about an event in quarantine. */
public enum QuarantineState {
    OPEN,
    REPLAYED,
    DISCARDED
}
