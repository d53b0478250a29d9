package org.answerloop.benchmark;

import java.util.ArrayList;
import java.util.List;

/** When how much was done, told by several threads. */
final class Progress {

    private static final double NANOS = 1e9;
    private static final int PARTS = 10;

    private final long begun = System.nanoTime();
    private final List<long[]> steps = new ArrayList<>();
    private long done;

    synchronized void add(int count) {
        done += count;
        steps.add(new long[] {System.nanoTime() - begun, done});
    }

    synchronized long done() {
        return done;
    }

    /** Per second, over all of it. */
    synchronized double rate() {
        return done / (steps.get(steps.size() - 1)[0] / NANOS);
    }

    /** The rate of the last tenth over the rate of the first. */
    synchronized double flatness() {
        long tenth = done / PARTS;
        return rateBetween(done - tenth, done) / rateBetween(0, tenth);
    }

    private double rateBetween(long from, long to) {
        return (to - from) / ((nanosAt(to) - nanosAt(from)) / NANOS);
    }

    /** In a straight line between the steps. */
    private double nanosAt(long count) {
        long[] before = {0, 0};
        for (long[] step : steps) {
            if (step[1] >= count) {
                double part = (double) (count - before[1]) / (step[1] - before[1]);
                return before[0] + part * (step[0] - before[0]);
            }
            before = step;
        }
        return before[0];
    }
}
