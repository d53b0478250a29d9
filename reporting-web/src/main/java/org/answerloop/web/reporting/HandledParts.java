package org.answerloop.web.reporting;

import java.util.List;
import java.util.Map;

import org.answerloop.report.model.Metric;
import org.answerloop.report.model.Report;
import org.answerloop.web.chart.Series;

/**
 * What the handled conversations of each bucket came to, by the measures of the two rates: resolved, deflected without
 * being resolved, with a human, and pending. The four have nothing in common and nothing outside them.
 */
final class HandledParts {

    /** One of the four: its key, its name, its colour, its count in every bucket. */
    record Part(String key, String name, String colour, boolean provisional, List<Long> counts) {}

    private HandledParts() {}

    /** The parts in the order in which they stand on each other; none where the report has none, or they do not add up. */
    static List<Part> of(Report report, Map<Metric, Report> reports, Texts texts) {
        Report resolution = reports.get(Metric.RESOLUTION_RATE);
        Report deflection = reports.get(Metric.DEFLECTION_RATE);
        if (report.metric() != Metric.HANDLED || resolution == null || deflection == null) {
            return List.of();
        }
        return org.answerloop.report.model.HandledParts.of(report, resolution, deflection)
                .map(parts -> List.of(
                        part("resolved", "c1", false, parts.resolved(), texts),
                        part("answered", "soft", false, parts.answered(), texts),
                        part("human", "c3", false, parts.human(), texts),
                        part("pending", Series.BEHIND_COLOUR, true, parts.pending(), texts)))
                .orElse(List.of());
    }

    private static Part part(String key, String colour, boolean provisional, List<Long> counts, Texts texts) {
        return new Part(key, texts.key(Metric.HANDLED, key), colour, provisional, counts);
    }
}
