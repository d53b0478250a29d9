package org.answerloop.access.model;

/** What a key is good for. */
public enum KeyState {
    /** It opens what its scopes say. */
    LIVE,
    /** Its time is over. */
    EXPIRED,
    /** Somebody took it away. */
    REVOKED
}
