package org.answerloop.export.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.answerloop.report.model.Comparison;
import org.answerloop.report.model.Figure;
import org.answerloop.report.model.HandledParts;
import org.answerloop.report.model.Impact;
import org.answerloop.report.model.ImpactFigure;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.MetricTexts;
import org.answerloop.report.model.MetricTexts.Explanation;
import org.answerloop.report.model.Report;
import org.answerloop.report.model.Tile;
import org.answerloop.report.model.Unit;

/** Makes sheets of reports: every number is the report's own. */
public final class ReportSheets {

    private final ExportTexts texts;
    private final MetricTexts metrics;

    public ReportSheets(ExportTexts texts) {
        this.texts = texts;
        this.metrics = MetricTexts.in(texts.language().getLocale());
    }

    /**
     * A report with its buckets; one whose keys come with the data with its keys.
     *
     * @param before what it is compared with; nothing where it is not
     */
    public Sheet of(Report report, Optional<Before> before) {
        return of(report, before, Optional.empty());
    }

    /** The same with what the handled conversations came to, where they were asked for. */
    public Sheet of(Report report, Optional<Before> before, Optional<HandledParts> parts) {
        String title = metrics.explanation(report.metric()).title();
        if (report.metric().dimension().isPresent()) {
            RankingSheet ranking = new RankingSheet(report, before, texts, metrics);
            return new Sheet(title, notes(report), ranking.columns(), ranking.rows(), Optional.of(ranking.picture()));
        }
        CourseSheet course = new CourseSheet(report, before, parts, texts, metrics);
        return new Sheet(title, notes(report), course.columns(), course.rows(), Optional.of(course.picture()));
    }

    /** What a report is compared with. */
    public record Before(Report report, Comparison comparison) {}

    /** The figures of the week. */
    public Sheet of(Impact impact) {
        List<Column> columns = List.of(
                new Column(texts.of("impact.figure"), Column.Kind.WORDS),
                new Column(texts.of("impact.value"), Column.Kind.FIGURE),
                new Column(texts.of("impact.previous"), Column.Kind.FIGURE),
                new Column(texts.of("about.definition"), Column.Kind.WORDS));
        List<Row> rows = impact.tiles().stream().map(this::row).toList();
        List<Note> notes = List.of(
                new Note(texts.of("impact.value"), span(impact.from(), impact.to())),
                new Note(texts.of("impact.previous"), span(impact.previousFrom(), impact.previousTo())));
        return new Sheet(texts.of("impact.title"), notes, columns, rows, Optional.empty());
    }

    private Row row(Tile tile) {
        Explanation explanation =
                metrics.explanation(ImpactFigure.named(tile.key()).orElseThrow());
        return new Row(
                List.of(
                        Cell.of(explanation.title()),
                        Cell.of(tile.unit(), tile.current().value()),
                        Cell.of(tile.unit(), tile.previous().value()),
                        Cell.of(explanation.definition())),
                false);
    }

    private String span(Instant from, Instant to) {
        return texts.formats().moment(from) + " – " + texts.formats().moment(to);
    }

    private List<Note> notes(Report report) {
        Metric metric = report.metric();
        List<Note> notes = new ArrayList<>();
        Figure total = report.total();
        notes.add(new Note(metrics.series(metric), Cell.of(metric.unit(), total.value())));
        metrics.numerator(metric).ifPresent(name -> notes.add(new Note(name, Cell.of(total.numerator()))));
        metrics.denominator(metric).ifPresent(name -> notes.add(new Note(name, Cell.of(total.denominator()))));
        if (total.pending() != null) {
            notes.add(new Note(texts.of("about.pending"), Cell.of(total.pending())));
        }
        if (total.provisional() && total.lower() != null) {
            notes.add(new Note(texts.of("column.lower"), Cell.of(Unit.RATIO, total.lower())));
            notes.add(new Note(texts.of("column.upper"), Cell.of(Unit.RATIO, total.upper())));
        }
        metric.keys()
                .keySet()
                .forEach(key -> notes.add(new Note(
                        metrics.key(metric, key).orElse(key),
                        Cell.of(
                                metric.formula(key).unit(),
                                report.totals().get(key).value()))));
        Explanation explanation = metrics.explanation(metric);
        notes.add(new Note(texts.of("about.definition"), explanation.definition()));
        notes.add(new Note(texts.of("about.formula"), explanation.formula()));
        if (explanation.over() != null) {
            notes.add(new Note(texts.of("about.over"), explanation.over()));
        }
        notes.add(new Note(texts.of("about.cohort"), explanation.cohort()));
        notes.add(new Note(texts.of("about.caveat"), explanation.caveat()));
        return notes;
    }
}
