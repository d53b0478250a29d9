package org.answerloop.web.reporting;

import org.answerloop.report.model.Figure;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.Report;

/** Makes the card of a report: a ranking where the metric counts by key, otherwise a course over time. */
final class CardMaker {

    private final FilterQuery query;
    private final Texts texts;

    /** @param query the whole filter of the reports */
    CardMaker(FilterQuery query, Texts texts) {
        this.query = query;
        this.texts = texts;
    }

    ReportCard card(Report report) {
        Metric metric = report.metric();
        Addresses addresses = new Addresses(query, metric);
        if (metric.dimension().isPresent()) {
            Ranking ranking = new Ranking(report, addresses, texts);
            return new ReportCard(
                    metric.id(),
                    false,
                    ranking.figure(),
                    ranking.detail(),
                    addresses.ofTotal(),
                    ranking.chart(),
                    ranking.table());
        }
        Course course = new Course(report, addresses, texts);
        return new ReportCard(
                metric.id(),
                false,
                FigureText.of(metric.unit(), report.total().value(), texts.formats()),
                detail(metric, report.total()),
                addresses.ofTotal(),
                course.chart(),
                course.table());
    }

    private String detail(Metric metric, Figure total) {
        return texts.of(
                "metric." + metric.id() + ".detail",
                orZero(total.numerator()),
                orZero(total.denominator()),
                orZero(total.pending()));
    }

    private static long orZero(Long count) {
        return count == null ? 0 : count;
    }
}
