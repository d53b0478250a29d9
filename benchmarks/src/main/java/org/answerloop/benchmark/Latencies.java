package org.answerloop.benchmark;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How long each of many things took, in milliseconds, in the order in which they were begun.
 *
 * @param perSecond how many were begun in a second; 0 where they came one after the other
 * @param refused of them were not taken at once
 */
record Latencies(double[] millis, int perSecond, int refused) {

    double median() {
        return quantile(0.5);
    }

    double p95() {
        return quantile(0.95);
    }

    double p99() {
        return quantile(0.99);
    }

    double longest() {
        return quantile(1);
    }

    /** The longest of every second: whether it was one stall or many. */
    String longestOfEachSecond() {
        return IntStream.range(0, millis.length / perSecond)
                .mapToObj(second -> Arrays.stream(millis, second * perSecond, (second + 1) * perSecond)
                        .max()
                        .orElse(0))
                .map("%.0f"::formatted)
                .collect(Collectors.joining(" "));
    }

    private double quantile(double part) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * part) - 1)];
    }
}
