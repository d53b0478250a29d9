package org.answerloop.imports.model;

/** Where an import stands. */
public enum ImportState {
    /** Nobody works on it yet. */
    WAITING,
    /** It is being worked on, or will be again at once. */
    RUNNING,
    /** Somebody stopped it; it goes on from there when it is resumed. */
    STOPPED,
    /** The file was read to its end. */
    DONE,
    /** It cannot go on; resumed, it is tried again from there. */
    FAILED;

    /** Whether somebody works on it or will. */
    public boolean isUnderWay() {
        return this == WAITING || this == RUNNING;
    }
}
