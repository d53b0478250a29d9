package org.answerloop.report.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.answerloop.conversation.model.Eligibility;
import org.answerloop.kernel.Fingerprint;

/**
 * How a rollup was counted. The latest generation is the one that is kept up to date, whoever began it.
 *
 * @param zone in which its days are days
 * @param definition of what was counted: two of them differ where any measure does
 */
public record Generation(long id, ZoneId zone, String definition, Instant beganAt) {

    private static final String DEFINITION = ourDefinition();

    /** The one after the other, as this application counts. */
    public static Generation after(long id, ZoneId zone, Instant now) {
        return new Generation(id + 1, zone, DEFINITION, now);
    }

    /** Whether this application would count the same in that zone. */
    public boolean isAsCountedIn(ZoneId other) {
        return zone.equals(other) && definition.equals(DEFINITION);
    }

    private static String ourDefinition() {
        String strands = Arrays.stream(Strand.values())
                .map(strand -> String.join(" | ", strand.rows(), strand.moment(), strand.condition()))
                .collect(Collectors.joining("\n"));
        String measures = Arrays.stream(Measure.values())
                .map(measure ->
                        String.join(" | ", measure.name(), measure.strand().name(), measure.aggregate()))
                .collect(Collectors.joining("\n"));
        return Fingerprint.of(String.join(
                "\n", strands, measures, Durations.slot("millis"), Dimension.TEAMMATE.key(), Eligibility.CONDITION));
    }
}
