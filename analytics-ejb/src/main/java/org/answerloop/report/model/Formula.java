package org.answerloop.report.model;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From counts to a figure. Where it names pending ones and there are any, the figure is provisional. */
public sealed interface Formula {

    /** The unit of the value. */
    Unit unit();

    /** What has to be counted for it. */
    Needs needs();

    /**
     * The rows that the figure leads to: as many as it counts, or as its denominator has. At most one measure of a
     * {@link Strand}, so that no row is listed twice.
     */
    Set<Measure> counted();

    /** The figure of these counts. */
    Figure of(Counts counts);

    /**
     * How many.
     *
     * @param pending null where nothing is waited for
     */
    record Count(Set<Measure> counted, Measure pending) implements Formula {

        public Count {
            counted = distinctStrands(counted);
        }

        public Count(Measure counted, Measure pending) {
            this(Set.of(counted), pending);
        }

        @Override
        public Unit unit() {
            return Unit.COUNT;
        }

        @Override
        public Needs needs() {
            return needed(counted, Set.of(), pending);
        }

        @Override
        public Figure of(Counts counts) {
            return new Figure((double) counts.of(counted), null, null, waiting(pending, counts), null, null);
        }
    }

    /**
     * part ÷ whole, of which neither holds the pending ones; with them the bounds part ÷ (whole + pending) … (part +
     * pending) ÷ (whole + pending), between which the rate ends when they are settled.
     *
     * @param pending null where nothing is waited for
     */
    record Rate(Set<Measure> part, Set<Measure> counted, Measure pending) implements Formula {

        public Rate {
            part = distinctStrands(part);
            counted = distinctStrands(counted);
        }

        public Rate(Measure part, Measure whole, Measure pending) {
            this(Set.of(part), Set.of(whole), pending);
        }

        @Override
        public Unit unit() {
            return Unit.RATIO;
        }

        @Override
        public Needs needs() {
            return needed(part, counted, pending);
        }

        @Override
        public Figure of(Counts counts) {
            long over = counts.of(part);
            long under = counts.of(counted);
            if (pending == null) {
                return new Figure(ratio(over, under), over, under, null, null, null);
            }
            long open = counts.of(pending);
            return new Figure(
                    ratio(over, under), over, under, open, ratio(over, under + open), ratio(over + open, under + open));
        }
    }

    /**
     * part ÷ whole, where the whole holds the pending ones already, and some of them can still come to the part.
     *
     * @param undecided the pending ones that are not in the part, for the bounds part ÷ whole … (part + undecided) ÷
     *     whole; null where more than the pending ones can change it, so that there are no bounds
     */
    record Share(Measure part, Measure whole, Measure pending, Measure undecided) implements Formula {

        @Override
        public Unit unit() {
            return Unit.RATIO;
        }

        @Override
        public Needs needs() {
            Needs needs = needed(Set.of(part), Set.of(whole), pending);
            return undecided == null ? needs : needs.plus(new Needs(Set.of(undecided), false));
        }

        @Override
        public Set<Measure> counted() {
            return Set.of(whole);
        }

        @Override
        public Figure of(Counts counts) {
            long over = counts.of(part);
            long under = counts.of(whole);
            return new Figure(
                    ratio(over, under),
                    over,
                    under,
                    counts.of(pending),
                    undecided == null ? null : ratio(over, under),
                    undecided == null ? null : ratio(over + counts.of(undecided), under));
        }
    }

    /** The mean of durations that were summed in milliseconds, in seconds: exact. */
    record Mean(Measure sum, Measure of, Measure pending) implements Formula {

        @Override
        public Unit unit() {
            return Unit.SECONDS;
        }

        @Override
        public Needs needs() {
            return needed(Set.of(sum), Set.of(of), pending);
        }

        @Override
        public Set<Measure> counted() {
            return Set.of(of);
        }

        @Override
        public Figure of(Counts counts) {
            long over = counts.of(of);
            Double mean = over == 0 ? null : counts.of(sum) / 1000.0 / over;
            return new Figure(mean, null, over, waiting(pending, counts), null, null);
        }
    }

    /** The time to resolution that a share of the resolved conversations does not exceed, in seconds: within 1.5 %. */
    record Percentile(double share, Measure of, Measure pending) implements Formula {

        @Override
        public Unit unit() {
            return Unit.SECONDS;
        }

        @Override
        public Needs needs() {
            return needed(Set.of(of), Set.of(), pending).plus(new Needs(Set.of(), true));
        }

        @Override
        public Set<Measure> counted() {
            return Set.of(of);
        }

        @Override
        public Figure of(Counts counts) {
            return new Figure(
                    counts.durations().percentile(share), null, counts.of(of), waiting(pending, counts), null, null);
        }
    }

    private static Double ratio(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    private static Long waiting(Measure pending, Counts counts) {
        return pending == null ? null : Long.valueOf(counts.of(pending));
    }

    private static Needs needed(Set<Measure> some, Set<Measure> others, Measure pending) {
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        measures.addAll(some);
        measures.addAll(others);
        Stream.ofNullable(pending).forEach(measures::add);
        return new Needs(measures, false);
    }

    private static Set<Measure> distinctStrands(Set<Measure> measures) {
        if (measures.stream().map(Measure::strand).collect(Collectors.toSet()).size() < measures.size()) {
            throw new IllegalArgumentException("A row would count twice in " + measures);
        }
        return Set.copyOf(measures);
    }
}
