package org.answerloop.pace;

/** What work behind the scenes takes between two steps while it has much to do. */
public interface Rest {

    /** @param worked how long the step took, in nanoseconds */
    void after(long worked);
}
