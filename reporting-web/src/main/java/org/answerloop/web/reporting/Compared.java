package org.answerloop.web.reporting;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.answerloop.report.model.Comparison;
import org.answerloop.report.model.Figure;
import org.answerloop.report.model.Point;
import org.answerloop.report.model.Report;
import org.answerloop.report.model.Unit;

/** A report, and where it is compared with an earlier time, the figures of that time. */
final class Compared {

    private final Report report;
    private final Comparison comparison;
    private final Report before;
    private final Map<Place, Double> earlier = new HashMap<>();

    /**
     * @param comparison null where there is none
     * @param before the report of the earlier time; null where there is no comparison
     */
    Compared(Report report, Comparison comparison, Report before) {
        this.report = report;
        this.comparison = before == null ? null : comparison;
        this.before = before;
        if (before != null) {
            before.series()
                    .forEach(point ->
                            earlier.put(new Place(point), point.figure().value()));
        }
    }

    Report report() {
        return report;
    }

    /** Whether there is an earlier time beside it. */
    boolean isCompared() {
        return before != null;
    }

    Optional<Comparison> comparison() {
        return Optional.ofNullable(comparison);
    }

    /** The report of the earlier time. */
    Optional<Report> before() {
        return Optional.ofNullable(before);
    }

    /** The earlier total; null where there is none. */
    Double total() {
        return before == null ? null : before.total().value();
    }

    /** The earlier figure of a key over the whole range; null where there is none. */
    Double ofKey(String key) {
        if (before == null) {
            return null;
        }
        Figure figure = before.totals().get(key);
        return figure == null ? nothing(key) : figure.value();
    }

    /** The figure that stood at the place of a point in the earlier time; null where there is none. */
    Double behind(Point point) {
        if (before == null) {
            return null;
        }
        return comparison
                .counterpart(point.bucket())
                .map(bucket -> new Place(bucket, point.key()))
                .map(place -> earlier.containsKey(place) ? earlier.get(place) : nothing(place.key()))
                .orElse(null);
    }

    /** What did not occur then was there no time at all, as far as it is counted. */
    private Double nothing(String key) {
        return report.metric().formula(key).unit() == Unit.COUNT ? Double.valueOf(0) : null;
    }

    private record Place(LocalDate bucket, String key) {

        Place(Point point) {
            this(point.bucket(), point.key());
        }
    }
}
