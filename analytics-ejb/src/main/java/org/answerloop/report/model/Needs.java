package org.answerloop.report.model;

import java.util.EnumSet;
import java.util.Set;

/**
 * What has to be counted for a figure.
 *
 * @param durations whether the single times to resolution are needed, not their sum alone
 */
public record Needs(Set<Measure> measures, boolean durations) {

    public static final Needs NOTHING = new Needs(Set.of(), false);

    public Needs {
        measures = Set.copyOf(measures);
    }

    public Needs plus(Needs other) {
        Set<Measure> both = EnumSet.noneOf(Measure.class);
        both.addAll(measures);
        both.addAll(other.measures);
        return new Needs(both, durations || other.durations);
    }
}
