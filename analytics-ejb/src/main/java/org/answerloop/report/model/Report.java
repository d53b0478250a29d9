package org.answerloop.report.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A metric over a range of dates.
 *
 * @param from the first local date, included
 * @param to the last local date, excluded
 * @param settledUntil the last local date up to which every handled conversation of this channel, agent and language is
 *     settled; at most the last date that is over
 * @param refreshedAt how fresh the figures are
 * @param total the figure over the whole range
 * @param series a point for every bucket, and in it for every key that occurs in the range, in this order; what holds
 *     nothing is there with zero
 */
public record Report(
        Metric metric,
        LocalDate from,
        LocalDate to,
        Bucket bucket,
        ZoneId zone,
        LocalDate settledUntil,
        Instant refreshedAt,
        Figure total,
        List<Point> series) {

    public Report {
        series = List.copyOf(series);
    }

    /** Of a metric that counts by key: the count of each key over the whole range, the greatest first. */
    public Map<String, Long> countsByKey() {
        Map<String, Long> counts = new TreeMap<>();
        series.stream()
                .filter(point -> point.key() != null)
                .forEach(point ->
                        counts.merge(point.key(), Math.round(point.figure().value()), Long::sum));
        Map<String, Long> ordered = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }
}
