package org.answerloop.report.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A metric over a range of dates.
 *
 * @param from the first local date, included
 * @param to the last local date, excluded
 * @param settledUntil the last local date up to which every handled conversation of this channel, agent and language is
 *     settled; at most the last date that is over
 * @param refreshedAt how fresh the figures are
 * @param total the figure over the whole range
 * @param totals the figure of each key over the whole range: the fixed keys in the order in which they are shown, then
 *     those that occur in the range; empty where the metric has no keys
 * @param names what keys are called that have a name apart from themselves: teammates
 * @param series a point for every bucket, and in it for every key of the totals, in this order; what holds nothing is
 *     there with zero
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
        Map<String, Figure> totals,
        Map<String, String> names,
        List<Point> series) {

    public Report {
        totals = Collections.unmodifiableMap(new LinkedHashMap<>(totals));
        names = Map.copyOf(names);
        series = List.copyOf(series);
    }

    /** The same without saying when: equal to another that says the same of the same dates. */
    public Report whenever() {
        return new Report(metric, from, to, bucket, zone, settledUntil, null, total, totals, names, series);
    }

    /** Of a metric that counts by key: the count of each key over the whole range, the greatest first. */
    public Map<String, Long> countsByKey() {
        Map<String, Long> ordered = new LinkedHashMap<>();
        totals.entrySet().stream()
                .filter(entry -> metric.formula(entry.getKey()).unit() == Unit.COUNT)
                .map(entry ->
                        Map.entry(entry.getKey(), Math.round(entry.getValue().value())))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }
}
