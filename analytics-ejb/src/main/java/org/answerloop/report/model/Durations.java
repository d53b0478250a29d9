package org.answerloop.report.model;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many durations there are of which length, in slots that each reach 3 % further than the one before. They add up as
 * counts do, and a percentile taken from them is within 1.5 % of the exact one: nothing in a slot is further from the
 * slot's geometric middle than {@code sqrt(1.03)}.
 */
public final class Durations {

    public static final Durations NONE = new Durations(new TreeMap<>());

    private static final double GROWTH = 1.03;

    /** Of nothing at all: no logarithm has a slot for it. */
    private static final int ZERO = -1;

    private final SortedMap<Integer, Long> counts;

    private Durations(SortedMap<Integer, Long> counts) {
        this.counts = counts;
    }

    /** @param counts how many durations are in each {@link #slot} */
    public static Durations of(Map<Integer, Long> counts) {
        return new Durations(new TreeMap<>(counts));
    }

    /**
     * The slot of a duration, as SQL.
     *
     * @param millis an expression of whole milliseconds, as SQL
     */
    public static String slot(String millis) {
        return "case when " + millis + " < 1 then " + ZERO + " else cast(floor(ln(cast(" + millis
                + " as double precision)) / " + Math.log(GROWTH) + ") as integer) end";
    }

    /** @param text as {@link #text()} wrote it; null or empty for none */
    public static Durations parse(String text) {
        SortedMap<Integer, Long> counts = new TreeMap<>();
        if (text != null && !text.isEmpty()) {
            for (String slot : text.split(" ")) {
                int colon = slot.indexOf(':');
                counts.put(Integer.valueOf(slot.substring(0, colon)), Long.valueOf(slot.substring(colon + 1)));
            }
        }
        return new Durations(counts);
    }

    /** Each slot with its count, to be kept. */
    public String text() {
        return counts.entrySet().stream()
                .map(slot -> slot.getKey() + ":" + slot.getValue())
                .collect(Collectors.joining(" "));
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }

    public Durations plus(Durations other) {
        if (counts.isEmpty() || other.counts.isEmpty()) {
            return counts.isEmpty() ? other : this;
        }
        SortedMap<Integer, Long> sum = new TreeMap<>(counts);
        other.counts.forEach((slot, count) -> sum.merge(slot, count, Long::sum));
        return new Durations(sum);
    }

    /**
     * The duration that the share of them does not exceed, between two of them where it falls between two (as {@code
     * percentile_cont} of SQL has it).
     *
     * @param share from 0 to 1
     * @return seconds; null where there are none
     */
    public Double percentile(double share) {
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        if (total == 0) {
            return null;
        }
        double place = share * (total - 1);
        double below = millisAt((long) Math.floor(place));
        double above = millisAt((long) Math.ceil(place));
        return (below + (above - below) * (place - Math.floor(place))) / 1000;
    }

    private double millisAt(long place) {
        long passed = 0;
        for (Map.Entry<Integer, Long> slot : counts.entrySet()) {
            passed += slot.getValue();
            if (passed > place) {
                return slot.getKey() == ZERO ? 0 : Math.pow(GROWTH, slot.getKey() + 0.5);
            }
        }
        throw new IllegalArgumentException("There is no duration at " + place);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Durations durations && counts.equals(durations.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
