package org.answerloop.web.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;

import org.answerloop.report.model.Figure;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.Report;
import org.answerloop.report.model.Unit;

/** What stands at the head of a card: the figure, and in small print what it is made of. */
final class Details {

    private final Report report;
    private final Metric metric;
    private final Figure total;
    private final Texts texts;

    Details(Report report, Texts texts) {
        this.report = report;
        this.metric = report.metric();
        this.total = report.total();
        this.texts = texts;
    }

    String figure() {
        return written(metric.unit(), total);
    }

    String text() {
        List<String> parts = new ArrayList<>();
        switch (metric.unit()) {
            case RATIO -> parts.add(texts.of("detail.rate", total.numerator(), total.denominator(), denominator()));
            case SECONDS -> parts.add(texts.of("detail.mean", total.denominator(), denominator()));
            case COUNT -> leadingShare(parts);
        }
        report.totals().entrySet().stream()
                .filter(this::addsToTheTotal)
                .forEach(entry -> parts.add(texts.of(
                        "detail.key",
                        texts.key(metric, entry.getKey()),
                        written(metric.formula(entry.getKey()).unit(), entry.getValue()))));
        if (total.provisional()) {
            parts.add(texts.of("detail.pending", total.pending()));
        }
        if (total.provisional() && total.lower() != null) {
            parts.add(texts.of("detail.bounds", written(total.lower()), written(total.upper())));
        }
        return String.join(" · ", parts);
    }

    /** Why there is nothing to draw; empty where there is. */
    String emptiness(long counted) {
        if (counted > 0) {
            return "";
        }
        return total.provisional() ? texts.of("card.pending", total.pending()) : texts.of("card.none");
    }

    /** Of a count by fixed keys: how much of it is the first key's. */
    private void leadingShare(List<String> parts) {
        if (!metric.keys().isEmpty() && total.value() > 0) {
            Entry<String, Figure> first = report.totals().entrySet().iterator().next();
            Double share = first.getValue().value() / total.value();
            parts.add(texts.of(
                    "detail.share", texts.formats().roundPercent(share), lower(texts.key(metric, first.getKey()))));
        }
    }

    /** A key of the total's own value, or a count, would only say it again. */
    private boolean addsToTheTotal(Entry<String, Figure> entry) {
        return metric.formula(entry.getKey()).unit() != Unit.COUNT
                && !entry.getValue().equals(total);
    }

    private String denominator() {
        return metric.unit() == Unit.COUNT
                ? ""
                : lower(texts.metrics().denominator(metric).orElse(""));
    }

    private String lower(String word) {
        return word.toLowerCase(texts.locale());
    }

    private String written(double share) {
        return texts.formats().percent(share);
    }

    private String written(Unit unit, Figure figure) {
        return FigureText.of(unit, figure.value(), texts.formats());
    }
}
