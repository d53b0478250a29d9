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
        if (spans.isEmpty()) {
            return List.of();
        }
        Map<Strand, Set<Measure>> measures = new EnumMap<>(Strand.class);
        needs.measures()
                .forEach(measure -> measures.computeIfAbsent(measure.strand(), strand -> EnumSet.noneOf(Measure.class))
                        .add(measure));
        measures.forEach((strand, ofStrand) -> new TallyQuery(strand, dimension, ofStrand, spans, filter)
                .run(dataSource)
                .forEach(this::add));
        if (needs.durations()) {
            new DurationQuery(dimension, spans, filter)
                    .run(dataSource)
                    .forEach((place, slots) ->
                            add(new Tally(place.span(), place.key(), null, new Counts(Map.of(), Durations.of(slots)))));
        }
        return new ArrayList<>(found.values());
    }

    private void add(Tally tally) {
        found.merge(new Place(tally.span(), tally.key()), tally, Tally::plus);
    }

    /** Where a tally belongs. */
    record Place(int span, String key) {}
}
