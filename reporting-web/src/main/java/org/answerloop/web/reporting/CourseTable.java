package org.answerloop.web.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.answerloop.report.model.Figure;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.Point;
import org.answerloop.report.model.Unit;
import org.answerloop.web.reporting.CardTable.Cell;

/** A metric over time as text: a row for every bucket, with all that its picture shows. */
final class CourseTable {

    /** The part that has a column with all that wait. */
    private static final String PENDING = "pending";

    private final Compared compared;
    private final Metric metric;
    private final Addresses addresses;
    private final List<Strand> strands;
    private final List<HandledParts.Part> parts;
    private final BucketNames names;
    private final Texts texts;

    CourseTable(
            Compared compared,
            Addresses addresses,
            List<Strand> strands,
            List<HandledParts.Part> parts,
            BucketNames names,
            Texts texts) {
        this.compared = compared;
        this.metric = compared.report().metric();
        this.addresses = addresses;
        this.strands = strands;
        this.parts = parts;
        this.names = names;
        this.texts = texts;
    }

    CardTable table() {
        List<CardTable.Row> rows = IntStream.range(0, strands.get(0).points().size())
                .mapToObj(place -> new CardTable.Row(
                        names.inTable(strands.get(0).points().get(place).bucket()), cells(place)))
                .toList();
        return new CardTable(headings(), rows);
    }

    private List<String> headings() {
        List<String> headings = new ArrayList<>();
        headings.add(names.heading());
        if (isSummed()) {
            headings.add(texts.metrics().series(metric));
        }
        strands.forEach(strand -> headings.add(strand.name()));
        parts.stream().filter(part -> !part.provisional()).forEach(part -> headings.add(part.name()));
        texts.metrics().numerator(metric).ifPresent(headings::add);
        texts.metrics().denominator(metric).ifPresent(headings::add);
        if (isWaiting()) {
            headings.add(texts.of("table.pending"));
        }
        if (isBounded()) {
            headings.add(texts.of("table.bounds"));
        }
        if (compared.isCompared()) {
            headings.add(texts.comparison(compared));
            headings.add(texts.of("table.change." + metric.unit()));
        }
        return headings;
    }

    private List<Cell> cells(int place) {
        Point point = strands.get(0).points().get(place);
        Figure figure = point.figure();
        List<Cell> cells = new ArrayList<>();
        if (isSummed()) {
            cells.add(new Cell(texts.formats().count(sum(place)), addresses.of(Addresses.bucket(point.bucket()))));
        }
        strands.forEach(strand ->
                cells.add(new Cell(written(strand.unit(), strand.value(place)), addresses.of(strand.query(place)))));
        parts.stream()
                .filter(part -> !part.provisional())
                .forEach(part -> cells.add(
                        new Cell(texts.formats().count(part.counts().get(place)), ofPart(place, part.key()))));
        texts.metrics()
                .numerator(metric)
                .ifPresent(name -> cells.add(Cell.of(texts.formats().count(figure.numerator()))));
        texts.metrics()
                .denominator(metric)
                .ifPresent(name -> cells.add(Cell.of(texts.formats().count(figure.denominator()))));
        if (isWaiting()) {
            String pending = texts.formats().count(figure.pending());
            cells.add(
                    metric.parts().containsKey(PENDING) ? new Cell(pending, ofPart(place, PENDING)) : Cell.of(pending));
        }
        if (isBounded()) {
            cells.add(Cell.of(bounds(figure)));
        }
        if (compared.isCompared()) {
            addComparison(cells, place);
        }
        return cells;
    }

    private String ofPart(int place, String key) {
        return addresses.of(Addresses.bucket(strands.get(0).points().get(place).bucket(), key));
    }

    private void addComparison(List<Cell> cells, int place) {
        Double now = isSummed() ? Double.valueOf(sum(place)) : strands.get(0).value(place);
        Double before = isSummed()
                ? earlierSum(place)
                : compared.behind(strands.get(0).points().get(place));
        cells.add(Cell.of(written(metric.unit(), before)));
        cells.add(Cell.of(Change.inAColumn(before, now, metric.unit(), texts)));
    }

    private String bounds(Figure figure) {
        return figure.provisional()
                ? texts.of(
                        "table.from_to",
                        texts.formats().percent(figure.lower()),
                        texts.formats().percent(figure.upper()))
                : "";
    }

    /** Whether the keys are parts of one count, which then stands before them. */
    private boolean isSummed() {
        return strands.size() > 1 && strands.stream().allMatch(strand -> strand.unit() == Unit.COUNT);
    }

    private double sum(int place) {
        return strands.stream().mapToDouble(strand -> strand.value(place)).sum();
    }

    private Double earlierSum(int place) {
        List<Double> values = strands.stream()
                .map(strand -> compared.behind(strand.points().get(place)))
                .filter(Objects::nonNull)
                .toList();
        return values.isEmpty()
                ? null
                : Double.valueOf(
                        values.stream().mapToDouble(Double::doubleValue).sum());
    }

    private boolean isWaiting() {
        return compared.report().total().pending() != null;
    }

    private boolean isBounded() {
        return compared.report().total().lower() != null;
    }

    private String written(Unit unit, Double value) {
        return FigureText.of(unit, value, texts.formats());
    }
}
