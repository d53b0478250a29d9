package org.answerloop.report.model;

import java.util.Set;

/**
 * The rows behind a figure.
 *
 * @param counted what counts them, each measure among the rows of another strand
 * @param dimension null where the rows of every key are meant
 * @param key null where the rows of every key are meant
 */
public record Rows(Set<Measure> counted, Dimension dimension, String key, Span span, ReportFilter filter) {

    /** Behind a figure of a metric, or behind a part of it; the key is not heeded where the metric has none. */
    public static Rows behind(Metric metric, String key, Span span, ReportFilter filter) {
        Dimension dimension = metric.dimensionOf(key).orElse(null);
        return new Rows(metric.formula(key).counted(), dimension, dimension == null ? null : key, span, filter);
    }

    /** Behind a figure of the impact. */
    public static Rows behind(ImpactFigure figure, Span span, ReportFilter filter) {
        return new Rows(figure.formula().counted(), null, null, span, filter);
    }
}
