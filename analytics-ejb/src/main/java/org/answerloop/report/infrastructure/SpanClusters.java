package org.answerloop.report.infrastructure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.answerloop.report.model.Span;

/**
 * Spans that lie near one another, so that one statement reads little between them: a day of last year beside today is
 * not worth a year.
 */
final class SpanClusters {

    private static final Duration NEAR = Duration.ofDays(3);

    /** Beyond so many, one statement over all of them is the lesser evil. */
    private static final int MOST = 12;

    private static final int MOST_SPANS = 1_000;

    private SpanClusters() {}

    /** The indexes of the spans, cluster by cluster. */
    static List<List<Integer>> of(List<Span> spans) {
        List<Integer> inOrder = IntStream.range(0, spans.size())
                .boxed()
                .sorted(Comparator.comparing(i -> spans.get(i).from()))
                .toList();
        List<List<Integer>> clusters = new ArrayList<>();
        Instant reached = Instant.MIN;
        for (int i : inOrder) {
            Span span = spans.get(i);
            if (clusters.isEmpty() || span.from().isAfter(reached.plus(NEAR))) {
                clusters.add(new ArrayList<>());
            }
            clusters.get(clusters.size() - 1).add(i);
            reached = span.to().isAfter(reached) ? span.to() : reached;
        }
        return (clusters.size() > MOST ? List.of(inOrder) : clusters)
                .stream().flatMap(cluster -> pieces(cluster).stream()).toList();
    }

    /** The same in pieces that a statement takes: each of them is bound three times or so, and 32,767 values are the most. */
    static <T> List<List<T>> pieces(List<T> spans) {
        return IntStream.iterate(0, from -> from < spans.size(), from -> from + MOST_SPANS)
                .mapToObj(from -> spans.subList(from, Math.min(from + MOST_SPANS, spans.size())))
                .toList();
    }
}
