package org.answerloop.report.model;

import java.util.EnumSet;
import java.util.Set;

/** From counts to a figure. */
public sealed interface Formula {

    /** The unit of the value. */
    Unit unit();

    /** What has to be counted for it. */
    Set<Measure> measures();

    /** The rows that the figure leads to: as many as it counts, or as its denominator has. */
    Measure counted();

    /** The figure of these counts. */
    Figure of(Counts counts);

    /**
     * How many.
     *
     * @param pending those that make the bucket provisional; null where nothing is waited for
     */
    record Count(Measure counted, Measure pending) implements Formula {

        @Override
        public Unit unit() {
            return Unit.COUNT;
        }

        @Override
        public Set<Measure> measures() {
            return needed(pending, counted);
        }

        @Override
        public Figure of(Counts counts) {
            return new Figure(
                    (double) counts.of(counted), null, null, pending == null ? null : counts.of(pending), null, null);
        }
    }

    /**
     * part ÷ whole; with the pending ones the bounds part ÷ (whole + pending) … (part + pending) ÷ (whole + pending),
     * between which the rate ends when they are settled.
     *
     * @param pending null where nothing is waited for
     */
    record Rate(Measure part, Measure whole, Measure pending) implements Formula {

        @Override
        public Unit unit() {
            return Unit.RATIO;
        }

        @Override
        public Set<Measure> measures() {
            return needed(pending, part, whole);
        }

        @Override
        public Measure counted() {
            return whole;
        }

        @Override
        public Figure of(Counts counts) {
            long over = counts.of(part);
            long under = counts.of(whole);
            if (pending == null) {
                return new Figure(ratio(over, under), over, under, null, null, null);
            }
            long open = counts.of(pending);
            return new Figure(
                    ratio(over, under), over, under, open, ratio(over, under + open), ratio(over + open, under + open));
        }
    }

    /** The mean of durations that were summed in milliseconds, in seconds. */
    record Mean(Measure sum, Measure counted) implements Formula {

        @Override
        public Unit unit() {
            return Unit.SECONDS;
        }

        @Override
        public Set<Measure> measures() {
            return needed(null, sum, counted);
        }

        @Override
        public Figure of(Counts counts) {
            long over = counts.of(counted);
            Double mean = over == 0 ? null : counts.of(sum) / 1000.0 / over;
            return new Figure(mean, null, over, null, null, null);
        }
    }

    private static Double ratio(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    private static Set<Measure> needed(Measure optional, Measure... always) {
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        measures.addAll(Set.of(always));
        if (optional != null) {
            measures.add(optional);
        }
        return measures;
    }
}
