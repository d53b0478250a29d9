package org.answerloop.report.model;

import java.util.EnumMap;
import java.util.Map;

/** The values of some measures over the same rows. They add up. */
public final class Counts {

    /** Of no rows at all. */
    public static final Counts NONE = new Counts(Map.of());

    private final Map<Measure, Long> values = new EnumMap<>(Measure.class);

    public Counts(Map<Measure, Long> values) {
        this.values.putAll(values);
    }

    /** The value of a measure; 0 where nothing was counted. */
    public long of(Measure measure) {
        return values.getOrDefault(measure, 0L);
    }

    public Counts plus(Counts other) {
        Counts sum = new Counts(values);
        other.values.forEach((measure, value) -> sum.values.merge(measure, value, Long::sum));
        return sum;
    }
}
