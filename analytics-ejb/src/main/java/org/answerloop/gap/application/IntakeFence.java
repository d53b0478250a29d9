package org.answerloop.gap.application;

/** Waits for what the intake is about to commit. */
public interface IntakeFence {

    /**
     * Returns when everything that was taken in of the source without knowing what is committed now is committed, too: what
     * is taken in from now on knows it.
     */
    void await(String source);
}
