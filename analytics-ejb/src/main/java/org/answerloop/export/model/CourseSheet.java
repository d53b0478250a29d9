package org.answerloop.export.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.answerloop.export.model.ReportSheets.Before;
import org.answerloop.report.model.Bucket;
import org.answerloop.report.model.Figure;
import org.answerloop.report.model.HandledParts;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.MetricTexts;
import org.answerloop.report.model.Point;
import org.answerloop.report.model.Report;
import org.answerloop.report.model.Unit;

/** A report over time: a row for each bucket, and in it the figure, or the figure of each key. */
final class CourseSheet {

    private static final Figure NONE = new Figure(null, null, null, null, null, null);

    private final Report report;
    private final Optional<Before> before;
    private final Optional<HandledColumns> came;
    private final ExportTexts texts;
    private final MetricTexts metrics;
    private final Metric metric;
    private final List<String> keys;
    private final Set<LocalDate> buckets = new LinkedHashSet<>();
    private final Map<String, Figure> now = new HashMap<>();
    private final Map<String, Figure> then = new HashMap<>();

    CourseSheet(
            Report report,
            Optional<Before> before,
            Optional<HandledParts> came,
            ExportTexts texts,
            MetricTexts metrics) {
        this.report = report;
        this.before = before;
        this.came = came.map(parts -> new HandledColumns(parts, texts));
        this.texts = texts;
        this.metrics = metrics;
        this.metric = report.metric();
        this.keys = metric.isKeyed() ? List.copyOf(report.totals().keySet()) : Collections.singletonList(null);
        for (Point point : report.series()) {
            buckets.add(point.bucket());
            now.put(place(point.bucket(), point.key()), point.figure());
        }
        before.ifPresent(earlier -> earlier.report()
                .series()
                .forEach(point -> then.put(place(point.bucket(), point.key()), point.figure())));
    }

    List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        String bucket = "column." + report.bucket().name().toLowerCase(Locale.ROOT);
        columns.add(new Column(texts.of(bucket), Column.Kind.DAY));
        for (String key : keys) {
            Column.Kind kind = Column.Kind.of(unit(key));
            columns.add(new Column(name(key), kind));
            parts(key).forEach(part -> columns.add(part.column()));
            if (before.isPresent()) {
                columns.add(new Column(texts.of("column.before", name(key)), kind));
                columns.add(new Column(texts.of("column.difference." + unit(key), name(key)), Column.Kind.DIFFERENCE));
            }
        }
        came.ifPresent(parts -> columns.addAll(parts.columns()));
        if (isWaiting()) {
            columns.add(new Column(texts.of("column.pending"), Column.Kind.COUNT));
            columns.add(new Column(texts.of("column.state"), Column.Kind.WORDS));
        }
        return columns;
    }

    List<Row> rows() {
        return buckets.stream().map(this::row).toList();
    }

    private Row row(LocalDate bucket) {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell.Day(bucket));
        for (String key : keys) {
            Figure figure = now.getOrDefault(place(bucket, key), NONE);
            cells.add(Cell.of(unit(key), figure.value()));
            parts(key).forEach(part -> cells.add(part.of(figure)));
            if (before.isPresent()) {
                Figure earlier = earlier(bucket, key);
                cells.add(Cell.of(unit(key), earlier.value()));
                cells.add(Cell.difference(unit(key), figure.value(), earlier.value()));
            }
        }
        boolean provisional = keys.stream()
                .anyMatch(key -> now.getOrDefault(place(bucket, key), NONE).provisional());
        came.ifPresent(parts -> cells.addAll(parts.cells(List.copyOf(buckets).indexOf(bucket))));
        if (isWaiting()) {
            cells.add(Cell.of(pending(bucket)));
            cells.add(Cell.of(texts.of(provisional ? "column.provisional" : "column.settled")));
        }
        return new Row(cells, provisional);
    }

    Picture picture() {
        List<Picture.Series> series =
                new ArrayList<>(came.map(HandledColumns::series).orElse(List.of()));
        for (String key : came.isPresent() ? List.<String>of() : keys) {
            if (unit(key) == metric.unit()) {
                List<Picture.Mark> marks =
                        buckets.stream().map(bucket -> mark(bucket, key)).toList();
                Picture.Shape shape = metric.unit() == Unit.COUNT ? Picture.Shape.BAR : Picture.Shape.LINE;
                series.add(new Picture.Series(name(key), shape, series.size(), marks));
            }
        }
        if (before.isPresent() && keys.size() == 1) {
            List<Picture.Mark> marks = buckets.stream()
                    .map(bucket -> new Picture.Mark(earlier(bucket, keys.get(0)).value(), false, null, null))
                    .toList();
            series.add(new Picture.Series(
                    texts.of("column.before", name(keys.get(0))), Picture.Shape.BEFORE, series.size(), marks));
        }
        return new Picture(
                Picture.Layout.TIME,
                metric.unit(),
                buckets.stream().map(this::label).toList(),
                series);
    }

    private Picture.Mark mark(LocalDate bucket, String key) {
        Figure figure = now.getOrDefault(place(bucket, key), NONE);
        boolean provisional = figure.provisional();
        return new Picture.Mark(
                figure.value(), provisional, provisional ? figure.lower() : null, provisional ? figure.upper() : null);
    }

    private String label(LocalDate bucket) {
        return report.bucket() == Bucket.MONTH
                ? texts.formats().month(bucket)
                : texts.formats().day(bucket);
    }

    /** What a figure is made of, where it is made of something. */
    private List<Part> parts(String key) {
        List<Part> parts = new ArrayList<>();
        Figure total = key == null ? report.total() : report.totals().get(key);
        if (total.numerator() != null) {
            parts.add(new Part(
                    new Column(metrics.numerator(metric).orElseThrow(), Column.Kind.COUNT),
                    figure -> Cell.of(figure.numerator())));
        }
        // The values of all keys are over the same conversations.
        if (total.denominator() != null && Objects.equals(key, keys.get(0))) {
            parts.add(new Part(
                    new Column(metrics.denominator(metric).orElseThrow(), Column.Kind.COUNT),
                    figure -> Cell.of(figure.denominator())));
        }
        if (isWaiting() && unit(key) == Unit.RATIO) {
            parts.add(new Part(
                    new Column(texts.of("column.lower"), Column.Kind.SHARE),
                    figure -> Cell.of(Unit.RATIO, figure.provisional() ? figure.lower() : figure.value())));
            parts.add(new Part(
                    new Column(texts.of("column.upper"), Column.Kind.SHARE),
                    figure -> Cell.of(Unit.RATIO, figure.provisional() ? figure.upper() : figure.value())));
        }
        return parts;
    }

    private Figure earlier(LocalDate bucket, String key) {
        return before.flatMap(earlier -> earlier.comparison().counterpart(bucket))
                .map(counterpart -> then.get(place(counterpart, key)))
                .filter(Objects::nonNull)
                .orElse(NONE);
    }

    private Long pending(LocalDate bucket) {
        return keys.stream()
                .map(key -> now.getOrDefault(place(bucket, key), NONE).pending())
                .filter(Objects::nonNull)
                .max(Long::compare)
                .orElse(null);
    }

    private boolean isWaiting() {
        return report.total().pending() != null;
    }

    private Unit unit(String key) {
        return metric.formula(key).unit();
    }

    private String name(String key) {
        return key == null ? metrics.series(metric) : metrics.key(metric, key).orElse(key);
    }

    private static String place(LocalDate bucket, String key) {
        return bucket + " " + key;
    }

    /** A column beside the figure, and what stands in it. */
    private record Part(Column column, Function<Figure, Cell> cell) {

        Cell of(Figure figure) {
            return cell.apply(figure);
        }
    }
}
