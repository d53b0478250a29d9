package org.answerloop.web.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.answerloop.report.application.Reports;
import org.answerloop.report.model.ConversationList;
import org.answerloop.report.model.ImpactFigure;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.RowsRequest;

/** The figure whose conversations a page lists. */
sealed interface ListedFigure {

    ConversationList rows(Reports reports, RowsRequest page);

    /** How many there are, and of what. */
    String counted(long total, Texts texts);

    /** Which figure it is. */
    String described(Texts texts);

    /** Whether it is of all dates of the filter. */
    boolean isOfAllDates();

    /** Whether it is of a metric. */
    boolean isOfMetric();

    /**
     * Of a metric.
     *
     * @param bucket any date of the bucket; null for all dates
     * @param key null for all
     */
    record OfMetric(Metric metric, ReportFilter filter, LocalDate bucket, String key) implements ListedFigure {

        @Override
        public ConversationList rows(Reports reports, RowsRequest page) {
            return reports.conversations(metric, filter, bucket, key, page);
        }

        @Override
        public String counted(long total, Texts texts) {
            return texts.of("metric." + metric.id() + ".counted", total);
        }

        @Override
        public String described(Texts texts) {
            List<String> parts = new ArrayList<>();
            parts.add(texts.metrics().explanation(metric).title());
            parts.add(
                    bucket == null
                            ? texts.formats().range(filter.from(), filter.to().minusDays(1))
                            : new BucketNames(filter.bucket(), texts).inFull(bucket));
            if (key != null) {
                parts.add(texts.metrics()
                        .key(metric, key)
                        .orElseGet(() -> texts.labels().channel(key)));
            }
            return String.join(" · ", parts);
        }

        @Override
        public boolean isOfAllDates() {
            return bucket == null;
        }

        @Override
        public boolean isOfMetric() {
            return true;
        }
    }

    /**
     * Of the impact, in the span in which it was counted.
     *
     * @param to excluded
     */
    record OfImpact(ImpactFigure figure, Instant from, Instant to, ReportFilter filter) implements ListedFigure {

        @Override
        public ConversationList rows(Reports reports, RowsRequest page) {
            return reports.conversations(figure, from, to, filter, page);
        }

        @Override
        public String counted(long total, Texts texts) {
            return texts.of("impact." + figure.key() + ".counted", total);
        }

        @Override
        public String described(Texts texts) {
            return String.join(
                    " · ",
                    texts.of("section.impact"),
                    texts.metrics().explanation(figure).title(),
                    texts.of(
                            "table.from_to",
                            texts.formats().moment(from),
                            texts.formats().moment(to)));
        }

        @Override
        public boolean isOfAllDates() {
            return false;
        }

        @Override
        public boolean isOfMetric() {
            return false;
        }
    }
}
