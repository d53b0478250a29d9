package org.answerloop.report.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** The values of some measures over the same rows. They add up. */
public final class Counts {

    /** Of no rows at all. */
    public static final Counts NONE = new Counts(Map.of());

    private final Map<Measure, Long> values = new EnumMap<>(Measure.class);
    private final Durations durations;

    public Counts(Map<Measure, Long> values) {
        this(values, Durations.NONE);
    }

    /** @param durations the single times to resolution */
    public Counts(Map<Measure, Long> values, Durations durations) {
        this.values.putAll(values);
        this.durations = durations;
    }

    /** The value of a measure; 0 where nothing was counted. */
    public long of(Measure measure) {
        return values.getOrDefault(measure, 0L);
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
        return durations.isEmpty() && values.values().stream().allMatch(value -> value == 0);
    }

    public Counts plus(Counts other) {
        Map<Measure, Long> sum = new EnumMap<>(Measure.class);
        sum.putAll(values);
        other.values.forEach((measure, value) -> sum.merge(measure, value, Long::sum));
        return new Counts(sum, durations.plus(other.durations));
    }
}
