package org.answerloop.export.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.answerloop.export.model.ReportSheets.Before;
import org.answerloop.report.model.Dimension;
import org.answerloop.report.model.Figure;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.MetricTexts;
import org.answerloop.report.model.Report;
import org.answerloop.report.model.Unit;

/** A count by key over the whole range: a row for each key, the greatest first. */
final class RankingSheet {

    private final Report report;
    private final Optional<Before> before;
    private final ExportTexts texts;
    private final MetricTexts metrics;
    private final Metric metric;
    private final Map<String, Long> counts;
    private final long sum;

    RankingSheet(Report report, Optional<Before> before, ExportTexts texts, MetricTexts metrics) {
        this.report = report;
        this.before = before;
        this.texts = texts;
        this.metrics = metrics;
        this.metric = report.metric();
        this.counts = report.countsByKey();
        this.sum = counts.values().stream().mapToLong(Long::longValue).sum();
    }

    List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        String dimension = metric.dimension().orElseThrow() == Dimension.CHANNEL ? "column.channel" : "column.teammate";
        String series = metrics.series(metric);
        columns.add(new Column(texts.of(dimension), Column.Kind.WORDS));
        columns.add(new Column(series, Column.Kind.COUNT));
        columns.add(new Column(texts.of("column.share"), Column.Kind.SHARE));
        if (before.isPresent()) {
            columns.add(new Column(texts.of("column.before", series), Column.Kind.COUNT));
            columns.add(new Column(texts.of("column.difference.COUNT", series), Column.Kind.DIFFERENCE));
        }
        if (isWaiting()) {
            columns.add(new Column(texts.of("column.pending"), Column.Kind.COUNT));
            columns.add(new Column(texts.of("column.state"), Column.Kind.WORDS));
        }
        return columns;
    }

    List<Row> rows() {
        return counts.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Row row(String key, long count) {
        Figure figure = report.totals().get(key);
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(name(key)));
        cells.add(new Cell.Count(count));
        cells.add(Cell.of(Unit.RATIO, sum == 0 ? null : (double) count / sum));
        if (before.isPresent()) {
            long earlier = before.get().report().countsByKey().getOrDefault(key, 0L);
            cells.add(new Cell.Count(earlier));
            cells.add(Cell.difference(Unit.COUNT, (double) count, (double) earlier));
        }
        if (isWaiting()) {
            cells.add(Cell.of(figure.pending()));
            cells.add(Cell.of(texts.of(figure.provisional() ? "column.provisional" : "column.settled")));
        }
        return new Row(cells, figure.provisional());
    }

    Picture picture() {
        List<Picture.Mark> marks = counts.entrySet().stream()
                .map(entry -> new Picture.Mark(
                        entry.getValue().doubleValue(),
                        report.totals().get(entry.getKey()).provisional(),
                        null,
                        null))
                .toList();
        List<String> names = counts.keySet().stream().map(this::name).toList();
        return new Picture(
                Picture.Layout.RANKING,
                Unit.COUNT,
                names,
                List.of(new Picture.Series(metrics.series(metric), Picture.Shape.BAR, 0, marks)));
    }

    private boolean isWaiting() {
        return report.total().pending() != null;
    }

    private String name(String key) {
        return metrics.key(metric, key)
                .orElseGet(() -> metric.dimension().orElseThrow() == Dimension.CHANNEL
                        ? texts.labels().channel(key)
                        : report.names().getOrDefault(key, key));
    }
}
