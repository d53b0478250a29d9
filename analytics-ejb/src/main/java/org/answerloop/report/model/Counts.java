package org.answerloop.report.model;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** The values of some measures over the same rows. They add up. */
public final class Counts {

    /** Of no rows at all. */
    public static final Counts NONE = new Counts(Map.of());

    /** By the place of the measure among all of them. */
    private final long[] values;

    private final Durations durations;

    public Counts(Map<Measure, Long> values) {
        this(values, Durations.NONE);
    }

    /** @param durations the single times to resolution */
    public Counts(Map<Measure, Long> values, Durations durations) {
        this(new long[Measure.values().length], durations);
        values.forEach((measure, value) -> this.values[measure.ordinal()] = value);
    }

    private Counts(long[] values, Durations durations) {
        this.values = values;
        this.durations = durations;
    }

    /** The value of a measure; 0 where nothing was counted. */
    public long of(Measure measure) {
        return values[measure.ordinal()];
    }

    /** The values of several measures together. */
    public long of(Set<Measure> measures) {
        return measures.stream().mapToLong(this::of).sum();
    }

    /** The single times to resolution, where they were asked for. */
    public Durations durations() {
        return durations;
    }

    /** Whether nothing was counted. */
    public boolean isEmpty() {
        return durations.isEmpty() && Arrays.stream(values).allMatch(value -> value == 0);
    }

    /** No more than the measures that are needed. */
    public Counts of(Needs needs) {
        long[] needed = new long[values.length];
        needs.measures().forEach(measure -> needed[measure.ordinal()] = of(measure));
        return new Counts(needed, Durations.NONE);
    }

    public Counts plus(Counts other) {
        long[] sum = values.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.values[i];
        }
        return new Counts(sum, durations.plus(other.durations));
    }
}
