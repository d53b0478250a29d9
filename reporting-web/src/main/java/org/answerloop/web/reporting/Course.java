package org.answerloop.web.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.answerloop.report.model.Figure;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.Point;
import org.answerloop.report.model.Report;
import org.answerloop.report.model.Unit;
import org.answerloop.web.chart.Chart;
import org.answerloop.web.chart.Mark;
import org.answerloop.web.chart.Series;

/** A metric over time, as picture and as text: counts as bars, rates and durations as a line. */
final class Course {

    private final Report report;
    private final Metric metric;
    private final Addresses addresses;
    private final Texts texts;
    private final BucketNames names;

    Course(Report report, Addresses addresses, Texts texts) {
        this.report = report;
        this.metric = report.metric();
        this.addresses = addresses;
        this.texts = texts;
        this.names = new BucketNames(report.bucket(), texts);
    }

    Chart chart() {
        List<LocalDate> starts = report.series().stream().map(Point::bucket).toList();
        Series series = new Series(
                texts.of("metric." + metric.id() + ".series"),
                metric.unit() == Unit.COUNT ? Series.Shape.BAR : Series.Shape.LINE,
                "c1",
                report.series().stream().map(this::mark).toList());
        return new Chart(
                Chart.Layout.TIME,
                addresses.ofTotal(),
                names.onAxis(starts),
                FigureText.axis(metric.unit()),
                List.of(series));
    }

    CardTable table() {
        List<String> headings = new ArrayList<>();
        headings.add(names.heading());
        headings.add(texts.of("metric." + metric.id() + ".series"));
        if (isRate()) {
            headings.add(texts.of("metric." + metric.id() + ".numerator"));
            headings.add(texts.of("metric." + metric.id() + ".denominator"));
        }
        if (isWaiting()) {
            headings.add(texts.of("table.pending"));
        }
        if (isRate() && isWaiting()) {
            headings.add(texts.of("table.bounds"));
        }
        return new CardTable(headings, report.series().stream().map(this::row).toList());
    }

    private Mark mark(Point point) {
        Figure figure = point.figure();
        boolean provisional = figure.provisional();
        return new Mark(
                figure.value(),
                written(figure.value()),
                provisional ? texts.of("chart.pending", figure.pending()) : null,
                provisional,
                provisional ? figure.lower() : null,
                provisional ? figure.upper() : null,
                Addresses.bucket(point.bucket()).text());
    }

    private CardTable.Row row(Point point) {
        Figure figure = point.figure();
        List<String> parts = new ArrayList<>();
        if (isRate()) {
            parts.add(texts.formats().count(figure.numerator()));
            parts.add(texts.formats().count(figure.denominator()));
        }
        if (isWaiting()) {
            parts.add(texts.formats().count(figure.pending()));
        }
        if (isRate() && isWaiting()) {
            parts.add(
                    figure.provisional()
                            ? texts.of("table.from_to", written(figure.lower()), written(figure.upper()))
                            : "");
        }
        return new CardTable.Row(
                names.inTable(point.bucket()),
                addresses.of(Addresses.bucket(point.bucket())),
                written(figure.value()),
                parts);
    }

    private boolean isRate() {
        return metric.unit() == Unit.RATIO;
    }

    private boolean isWaiting() {
        return report.total().pending() != null;
    }

    private String written(Double value) {
        return FigureText.of(metric.unit(), value, texts.formats());
    }
}
