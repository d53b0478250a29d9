package org.answerloop.report.infrastructure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

import org.answerloop.report.model.Counts;
import org.answerloop.report.model.Dimension;
import org.answerloop.report.model.Durations;
import org.answerloop.report.model.Measure;
import org.answerloop.report.model.Needs;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.Span;
import org.answerloop.report.model.Strand;
import org.answerloop.report.model.Tally;

/** Counts in the tables of the conversations: a statement for each strand, and one for the single durations. */
final class DirectTallies {

    private final DataSource dataSource;
    private final Dimension dimension;
    private final List<Span> spans;
    private final ReportFilter filter;
    private final Map<Place, Tally> found = new HashMap<>();

    DirectTallies(DataSource dataSource, Dimension dimension, List<Span> spans, ReportFilter filter) {
        this.dataSource = dataSource;
        this.dimension = dimension;
        this.spans = spans;
        this.filter = filter;
    }

    List<Tally> count(Needs needs) {
        for (List<Integer> cluster : SpanClusters.of(spans)) {
            count(needs, cluster);
        }
        return new ArrayList<>(found.values());
    }

    private void count(Needs needs, List<Integer> cluster) {
        List<Span> near = cluster.stream().map(spans::get).toList();
        Map<Strand, Set<Measure>> measures = new EnumMap<>(Strand.class);
        needs.measures()
                .forEach(measure -> measures.computeIfAbsent(measure.strand(), strand -> EnumSet.noneOf(Measure.class))
                        .add(measure));
        measures.forEach((strand, ofStrand) -> new TallyQuery(strand, dimension, ofStrand, near, filter)
                .run(dataSource)
                .forEach(tally -> add(cluster, tally)));
        if (needs.durations()) {
            new DurationQuery(dimension, near, filter)
                    .run(dataSource)
                    .forEach((place, slots) -> add(
                            cluster,
                            new Tally(place.span(), place.key(), null, new Counts(Map.of(), Durations.of(slots)))));
        }
    }

    /** @param cluster which spans were counted, by the index in the tally */
    private void add(List<Integer> cluster, Tally tally) {
        int span = cluster.get(tally.span());
        found.merge(
                new Place(span, tally.key()), new Tally(span, tally.key(), tally.name(), tally.counts()), Tally::plus);
    }

    /** Where a tally belongs. */
    record Place(int span, String key) {}
}
