package org.answerloop.export.model;

/** Where the export of a list stands. */
public enum ExportState {
    /** Nobody works on it yet. */
    WAITING,
    /** It is being written. */
    RUNNING,
    /** The file can be taken. */
    DONE,
    /** Somebody stopped it. */
    STOPPED,
    /** It was taken back: it may hold what somebody has asked us to forget since. */
    WITHDRAWN,
    /** It could not be written; the server's log says why. */
    FAILED;

    /** Whether somebody works on it or will. */
    public boolean isUnderWay() {
        return this == WAITING || this == RUNNING;
    }
}
