package org.answerloop.connection.model;

/** Why a platform could not be asked for what its webhooks have missed. */
public enum ReconciliationFault {
    /** It gives no usable answer: none at all, a refusal, or one that is not what it documents. */
    UNANSWERED,
    /** The token cannot be read with the server's key. */
    SEALED,
    /** What it told could not be stored at the moment. */
    UNSTORABLE,
    /** The server failed; its log says why. */
    FAILED
}
