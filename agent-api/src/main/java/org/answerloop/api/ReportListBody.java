package org.answerloop.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.answerloop.report.model.ImpactFigure;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.MetricTexts;
import org.answerloop.report.model.MetricTexts.Explanation;

/** Every report that there is, explained. */
record ReportListBody(List<Entry> reports) {

    /**
     * A report.
     *
     * @param unit left out where each key has its own
     * @param keys those that it has whatever the data; left out where there are none
     * @param denominator what it holds; left out where there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            String metric,
            String unit,
            List<Key> keys,
            String title,
            String definition,
            String formula,
            String denominator,
            String cohort,
            String caveat) {}

    /** One of its keys. */
    record Key(String key, String unit, String title) {}

    static ReportListBody in(Locale language) {
        MetricTexts texts = MetricTexts.in(language);
        return new ReportListBody(Stream.concat(
                        Stream.of(impact(texts)), Arrays.stream(Metric.values()).map(metric -> entry(metric, texts)))
                .toList());
    }

    private static Entry impact(MetricTexts texts) {
        List<Key> keys = Arrays.stream(ImpactFigure.values())
                .map(figure -> new Key(
                        figure.key(),
                        FigureBody.unit(figure.formula().unit()),
                        texts.explanation(figure).title()))
                .toList();
        Explanation whole = texts.impact();
        return new Entry(
                ImpactBody.ID,
                null,
                keys,
                whole.title(),
                whole.definition(),
                whole.formula(),
                whole.over(),
                whole.cohort(),
                whole.caveat());
    }

    private static Entry entry(Metric metric, MetricTexts texts) {
        Explanation explanation = texts.explanation(metric);
        List<Key> keys = metric.keys().entrySet().stream()
                .map(key -> new Key(
                        key.getKey(),
                        FigureBody.unit(key.getValue().unit()),
                        texts.key(metric, key.getKey()).orElse(key.getKey())))
                .toList();
        return new Entry(
                metric.id(),
                FigureBody.unit(metric.unit()),
                keys.isEmpty() ? null : keys,
                explanation.title(),
                explanation.definition(),
                explanation.formula(),
                explanation.over(),
                explanation.cohort(),
                explanation.caveat());
    }
}
