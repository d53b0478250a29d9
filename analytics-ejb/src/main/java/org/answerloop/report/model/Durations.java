package org.answerloop.report.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many durations there are of which length, in slots that each reach 3 % further than the one before. They add up as
 * counts do, and a percentile taken from them is within 1.5 % of the exact one: nothing in a slot is further from the
 * slot's geometric middle than {@code sqrt(1.03)}.
 */
public final class Durations {

    public static final Durations NONE = new Durations(0, new long[0]);

    private static final double GROWTH = 1.03;

    /** Of nothing at all: no logarithm has a slot for it. */
    private static final int ZERO = -1;

    /** Below it there are none: of most days the durations lie close together, and many days are kept in memory. */
    private final int first;

    /** From the first slot on. */
    private final long[] counts;

    private Durations(int first, long[] counts) {
        this.first = first;
        this.counts = counts;
    }

    /** @param counts how many durations are in each {@link #slot} */
    public static Durations of(Map<Integer, Long> counts) {
        if (counts.isEmpty()) {
            return NONE;
        }
        Durations durations = between(Collections.min(counts.keySet()), Collections.max(counts.keySet()));
        counts.forEach((slot, count) -> durations.counts[slot - durations.first] = count);
        return durations;
    }

    private static Durations between(int first, int last) {
        return new Durations(first, new long[last - first + 1]);
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
        if (text == null || text.isEmpty()) {
            return NONE;
        }
        // The slots stand in their order.
        Durations durations = between(slotAt(text, 0), slotAt(text, text.lastIndexOf(' ') + 1));
        int from = 0;
        while (from < text.length()) {
            int colon = text.indexOf(':', from);
            int space = text.indexOf(' ', colon);
            int to = space < 0 ? text.length() : space;
            durations.counts[slotAt(text, from) - durations.first] = Long.parseLong(text, colon + 1, to, 10);
            from = to + 1;
        }
        return durations;
    }

    private static int slotAt(String text, int from) {
        return Integer.parseInt(text, from, text.indexOf(':', from), 10);
    }

    /** Each slot with its count, to be kept. */
    public String text() {
        return IntStream.range(0, counts.length)
                .filter(i -> counts[i] > 0)
                .mapToObj(i -> (i + first) + ":" + counts[i])
                .collect(Collectors.joining(" "));
    }

    public boolean isEmpty() {
        return Arrays.stream(counts).allMatch(count -> count == 0);
    }

    public Durations plus(Durations other) {
        if (counts.length == 0 || other.counts.length == 0) {
            return counts.length == 0 ? other : this;
        }
        Durations sum = between(Math.min(first, other.first), Math.max(last(), other.last()));
        addTo(sum);
        other.addTo(sum);
        return sum;
    }

    private int last() {
        return first + counts.length - 1;
    }

    private void addTo(Durations sum) {
        for (int i = 0; i < counts.length; i++) {
            sum.counts[first + i - sum.first] += counts[i];
        }
    }

    /**
     * The duration that the share of them does not exceed, between two of them where it falls between two (as {@code
     * percentile_cont} of SQL has it).
     *
     * @param share from 0 to 1
     * @return seconds; null where there are none
     */
    public Double percentile(double share) {
        long total = Arrays.stream(counts).sum();
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
        for (int i = 0; i < counts.length; i++) {
            passed += counts[i];
            if (passed > place) {
                int slot = i + first;
                return slot == ZERO ? 0 : Math.pow(GROWTH, slot + 0.5);
            }
        }
        throw new IllegalArgumentException("There is no duration at " + place);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Durations durations && text().equals(durations.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
