package org.answerloop.connection.model;

/** Why a platform could not be asked for what its webhooks have missed. */
public enum ReconciliationFault {
    /** It does not answer at the moment. */
    UNAVAILABLE,
    /** It refuses, with a status. */
    REFUSED,
    /** What it answers is not what it documents. */
    UNREADABLE,
    /** The token cannot be read with the server's key. */
    SEALED,
    /** What it told could not be stored at the moment. */
    UNSTORABLE,
    /** The server failed; its log says why. */
    FAILED
}
