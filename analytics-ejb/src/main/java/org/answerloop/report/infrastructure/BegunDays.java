package org.answerloop.report.infrastructure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.answerloop.report.model.Cell;
import org.answerloop.report.model.Counts;
import org.answerloop.report.model.Needs;
import org.answerloop.report.model.Span;
import org.answerloop.report.model.Tally;

/**
 * What was counted of days from their beginning up to some time of the day, so that only what came since has to be
 * counted: figures of a week so far are asked for at ever later times of the same day.
 */
final class BegunDays {

    private static final int MOST = 500;

    private final Map<Key, Beginning> beginnings = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Beginning> eldest) {
            return size() > MOST;
        }
    };

    /**
     * A day, and what is counted of it.
     *
     * @param revision in which the day was counted as a whole: once something of it changes, it is another
     */
    record Key(long generation, LocalDate day, long revision, Cell cell, Needs needs) {}

    private record Beginning(Instant upTo, Counts counts) {}

    /**
     * Counts spans.
     *
     * @param keys of which day a span is the beginning; null where it is none
     * @param counting counts what is left of the spans, without keys for those that are beginnings
     */
    List<Tally> tallies(List<Span> spans, Function<Span, Key> keys, Function<List<Span>, List<Tally>> counting) {
        List<Key> keyOf = new ArrayList<>();
        spans.forEach(span -> keyOf.add(keys.apply(span)));
        List<Beginning> known = IntStream.range(0, spans.size())
                .mapToObj(i -> known(keyOf.get(i), spans.get(i)))
                .toList();
        List<Span> left = IntStream.range(0, spans.size())
                .mapToObj(i -> new Span(
                        spans.get(i).name(), known.get(i).upTo(), spans.get(i).to()))
                .toList();
        List<Tally> counted = new ArrayList<>(counting.apply(left));
        for (int i = 0; i < spans.size(); i++) {
            if (keyOf.get(i) != null) {
                counted.add(new Tally(i, null, null, known.get(i).counts()));
                keep(keyOf.get(i), new Beginning(spans.get(i).to(), sum(counted, i)));
            }
        }
        return counted;
    }

    private synchronized Beginning known(Key key, Span span) {
        Beginning kept = key == null ? null : beginnings.get(key);
        return kept == null || kept.upTo().isAfter(span.to()) ? new Beginning(span.from(), Counts.NONE) : kept;
    }

    private synchronized void keep(Key key, Beginning now) {
        beginnings.merge(key, now, (one, other) -> one.upTo().isAfter(other.upTo()) ? one : other);
    }

    private static Counts sum(List<Tally> tallies, int span) {
        return tallies.stream()
                .filter(tally -> tally.span() == span)
                .map(Tally::counts)
                .reduce(Counts.NONE, Counts::plus);
    }
}
