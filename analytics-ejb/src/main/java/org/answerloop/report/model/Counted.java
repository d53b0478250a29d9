package org.answerloop.report.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was counted for a metric in each bucket, and the figures that follow from it.
 *
 * @param tallies without keys
 * @param byKey for each key of the metric's dimension; none where it has no dimension
 */
public record Counted(Metric metric, List<Span> buckets, List<Tally> tallies, List<Tally> byKey) {

    /** The figure over all buckets. */
    public Figure total() {
        return metric.formula().of(sum(tallies));
    }

    /** The figure of each key over all buckets. */
    public Map<String, Figure> totals() {
        Map<String, Figure> totals = new LinkedHashMap<>();
        Counts all = sum(tallies);
        metric.keys().forEach((key, formula) -> totals.put(key, formula.of(all)));
        Map<String, Counts> sums = new HashMap<>();
        byKey.forEach(tally -> sums.merge(tally.key(), tally.counts(), Counts::plus));
        occurring().forEach(key -> totals.put(key, metric.formula(key).of(sums.get(key))));
        return totals;
    }

    /** What the keys of the dimension are called, where they have a name apart from themselves. */
    public Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        byKey.stream()
                .filter(tally -> tally.name() != null && !metric.keys().containsKey(tally.key()))
                .forEach(tally -> names.merge(tally.key(), tally.name(), Tally::laterOf));
        return names;
    }

    /** A point for every bucket and key. */
    public List<Point> series() {
        Map<Integer, Counts> plain = new HashMap<>();
        tallies.forEach(tally -> plain.put(tally.span(), tally.counts()));
        Map<Integer, Map<String, Counts>> keyed = new HashMap<>();
        byKey.forEach(tally ->
                keyed.computeIfAbsent(tally.span(), span -> new HashMap<>()).put(tally.key(), tally.counts()));
        SortedSet<String> occurring = occurring();
        List<Point> series = new ArrayList<>();
        for (int i = 0; i < buckets.size(); i++) {
            Span bucket = buckets.get(i);
            Counts counts = plain.getOrDefault(i, Counts.NONE);
            Map<String, Counts> countsOfKeys = keyed.getOrDefault(i, Map.of());
            if (!metric.isKeyed()) {
                series.add(new Point(bucket.name(), null, metric.formula().of(counts)));
            }
            metric.keys().forEach((key, formula) -> series.add(new Point(bucket.name(), key, formula.of(counts))));
            for (String key : occurring) {
                Counts ofKey = countsOfKeys.getOrDefault(key, Counts.NONE);
                series.add(new Point(bucket.name(), key, metric.formula(key).of(ofKey)));
            }
        }
        return series;
    }

    /** The keys of the dimension that occur; one that has the name of a fixed key is that key. */
    private SortedSet<String> occurring() {
        SortedSet<String> keys = new TreeSet<>();
        byKey.stream()
                .map(Tally::key)
                .filter(key -> !metric.keys().containsKey(key))
                .forEach(keys::add);
        return keys;
    }

    private static Counts sum(List<Tally> tallies) {
        return tallies.stream().map(Tally::counts).reduce(Counts.NONE, Counts::plus);
    }
}
