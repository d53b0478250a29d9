package org.answerloop.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.Point;
import org.answerloop.report.model.Report;

/**
 * A report as the API tells it.
 *
 * @param totals the figure of each key over the whole range; left out where there are no keys
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportBody(
        String metric,
        String unit,
        LocalDate from,
        LocalDate to,
        String bucket,
        String zone,
        LocalDate settledUntil,
        Instant refreshedAt,
        FigureBody total,
        List<KeyBody> totals,
        List<PointBody> series) {

    /**
     * The figure of a key.
     *
     * @param name what it is called; left out where the key says it itself
     * @param unit of this key's values
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KeyBody(
            String key,
            String name,
            String unit,
            @JsonUnwrapped FigureBody figure) {}

    /** The figure of a bucket, or of a key in it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PointBody(
            LocalDate bucket, String key, @JsonUnwrapped FigureBody figure) {

        static PointBody of(Point point) {
            return new PointBody(point.bucket(), point.key(), FigureBody.of(point.figure()));
        }
    }

    static ReportBody of(Report report) {
        Metric metric = report.metric();
        List<KeyBody> totals = report.totals().entrySet().stream()
                .map(total -> new KeyBody(
                        total.getKey(),
                        report.names().get(total.getKey()),
                        FigureBody.unit(metric.formula(total.getKey()).unit()),
                        FigureBody.of(total.getValue())))
                .toList();
        return new ReportBody(
                metric.id(),
                FigureBody.unit(metric.unit()),
                report.from(),
                report.to(),
                report.bucket().name().toLowerCase(Locale.ROOT),
                report.zone().getId(),
                report.settledUntil(),
                report.refreshedAt(),
                FigureBody.of(report.total()),
                metric.isKeyed() ? totals : null,
                report.series().stream().map(PointBody::of).toList());
    }
}
