package org.answerloop.pace;

/** How much of its time work behind the scenes goes on: as much as others leave of one processor. */
final class Pace {

    private Pace() {}

    /**
     * @param worked how long the last step took
     * @param processors how many the machine has
     * @param others how many of them others kept busy
     * @param least the part of its time for which it goes on in any case
     * @return how long to rest until the next step, in the unit of {@code worked}
     */
    static long rest(long worked, int processors, double others, double least) {
        double share = Math.max(least, Math.min(1, processors - others));
        return Math.round(worked * (1 / share - 1));
    }
}
