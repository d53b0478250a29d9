package org.answerloop.web.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.answerloop.report.model.Figure;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.Point;
import org.answerloop.report.model.Report;
import org.answerloop.web.chart.Series;

/**
 * What the handled conversations of each bucket came to, by the measures of the two rates: resolved, deflected without
 * being resolved, with a human, and pending. The four have nothing in common and nothing outside them.
 */
final class HandledParts {

    /** One of the four: its name, its colour, its count in every bucket. */
    record Part(String name, String colour, boolean provisional, List<Long> counts) {}

    private HandledParts() {}

    /** The parts in the order in which they stand on each other; none where the report has none, or they do not add up. */
    static List<Part> of(Report report, Map<Metric, Report> reports, Texts texts) {
        Report resolution = reports.get(Metric.RESOLUTION_RATE);
        Report deflection = reports.get(Metric.DEFLECTION_RATE);
        if (report.metric() != Metric.HANDLED || resolution == null || deflection == null) {
            return List.of();
        }
        List<Long> resolved = new ArrayList<>();
        List<Long> answered = new ArrayList<>();
        List<Long> human = new ArrayList<>();
        List<Long> pending = new ArrayList<>();
        for (int i = 0; i < report.series().size(); i++) {
            Figure resolving = figure(resolution, i);
            Figure deflecting = figure(deflection, i);
            resolved.add(resolving.numerator());
            answered.add(deflecting.numerator() - resolving.numerator());
            human.add(deflecting.denominator() - deflecting.numerator());
            pending.add(deflecting.pending());
        }
        List<Part> parts = List.of(
                new Part(texts.of("handled.resolved"), "c1", false, resolved),
                new Part(texts.of("handled.answered"), "soft", false, answered),
                new Part(texts.of("handled.human"), "c3", false, human),
                new Part(texts.of("handled.pending"), Series.BEHIND_COLOUR, true, pending));
        return addUp(parts, report.series()) ? parts : List.of();
    }

    private static Figure figure(Report report, int place) {
        return report.series().get(place).figure();
    }

    /** Between two counts somebody may have told of another conversation. */
    private static boolean addUp(List<Part> parts, List<Point> series) {
        for (int i = 0; i < series.size(); i++) {
            int place = i;
            long sum =
                    parts.stream().mapToLong(part -> part.counts().get(place)).sum();
            if (sum != Math.round(series.get(i).figure().value())) {
                return false;
            }
        }
        return true;
    }
}
