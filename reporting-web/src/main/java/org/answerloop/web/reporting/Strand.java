package org.answerloop.web.reporting;

import java.util.ArrayList;
import java.util.List;

import org.answerloop.report.model.Metric;
import org.answerloop.report.model.Point;
import org.answerloop.report.model.Report;
import org.answerloop.report.model.Unit;

/**
 * One figure of a report over time: the only one, or that of a key.
 *
 * @param key null where the report has no keys
 * @param points one for every bucket
 */
record Strand(String key, String name, String colour, Unit unit, List<Point> points) {

    /** Those of a report, in the order in which they are shown. */
    static List<Strand> of(Report report, Texts texts) {
        Metric metric = report.metric();
        CardDesign design = CardDesign.of(metric);
        if (!metric.isKeyed()) {
            String name = texts.metrics().series(metric);
            return List.of(new Strand(null, name, design.colour(0), metric.unit(), report.series()));
        }
        List<Strand> strands = new ArrayList<>();
        for (String key : report.totals().keySet()) {
            List<Point> points = report.series().stream()
                    .filter(point -> key.equals(point.key()))
                    .toList();
            strands.add(new Strand(
                    key,
                    texts.key(metric, key),
                    design.colour(strands.size()),
                    metric.formula(key).unit(),
                    points));
        }
        return strands;
    }

    /** What is added to the address of the metric to lead to what is behind a point. */
    String query(int place) {
        return Addresses.bucket(points.get(place).bucket(), key);
    }

    Double value(int place) {
        return points.get(place).figure().value();
    }
}
