package org.answerloop.pace;

/** What work behind the scenes takes between two steps while it has much to do. */
public interface Rest {

    /**
     * @param worked how long the step took, in nanoseconds
     * @param least the part of its time for which the work goes on also where others leave nothing
     */
    void after(long worked, double least);
}
