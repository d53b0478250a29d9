package org.answerloop.web.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.answerloop.report.model.Figure;
import org.answerloop.report.model.Report;
import org.answerloop.report.model.Unit;
import org.answerloop.web.chart.Chart;
import org.answerloop.web.chart.Mark;
import org.answerloop.web.chart.Position;
import org.answerloop.web.chart.Series;

/** A metric over time, as picture and as text: counts as bars, rates and durations as lines, each unit in a picture of its own. */
final class Course {

    private final Compared compared;
    private final Addresses addresses;
    private final List<HandledParts.Part> parts;
    private final Texts texts;
    private final List<Strand> strands;
    private final List<LocalDate> starts;
    private final BucketNames names;

    /** @param parts what the one figure is divided into; empty where it is not */
    Course(Compared compared, Addresses addresses, List<HandledParts.Part> parts, Texts texts) {
        Report report = compared.report();
        this.compared = compared;
        this.addresses = addresses;
        this.parts = parts;
        this.texts = texts;
        this.strands = Strand.of(report, texts);
        this.starts =
                strands.get(0).points().stream().map(point -> point.bucket()).toList();
        this.names = new BucketNames(report.bucket(), texts);
    }

    List<Chart> charts() {
        Map<Unit, List<Strand>> byUnit = new LinkedHashMap<>();
        strands.forEach(strand ->
                byUnit.computeIfAbsent(strand.unit(), unit -> new ArrayList<>()).add(strand));
        return byUnit.entrySet().stream()
                .map(entry -> chart(entry.getKey(), entry.getValue()))
                .toList();
    }

    CardTable table() {
        return new CourseTable(compared, addresses, strands, parts, names, texts).table();
    }

    private Chart chart(Unit unit, List<Strand> ofUnit) {
        List<Series> series = new ArrayList<>(parts.isEmpty() ? drawn(unit, ofUnit) : divided());
        List<Position> named = names.onAxis(starts);
        List<Position> positions = series.size() > 1 && unit == Unit.COUNT
                ? places().mapToObj(place -> summed(named.get(place), sum(ofUnit, place)))
                        .toList()
                : named;
        if (compared.isCompared()) {
            series.add(behind(unit, ofUnit));
        }
        return new Chart(Chart.Layout.TIME, addresses.ofTotal(), positions, FigureText.axis(unit), series);
    }

    private Position summed(Position position, double sum) {
        return new Position(
                position.label(),
                position.alone(),
                texts.of("chart.sum", position.title(), texts.formats().count(sum)),
                position.query());
    }

    private List<Series> drawn(Unit unit, List<Strand> ofUnit) {
        return ofUnit.stream()
                .map(strand -> new Series(
                        strand.name(),
                        unit == Unit.COUNT ? Series.Shape.BAR : Series.Shape.LINE,
                        strand.colour(),
                        places().mapToObj(place -> mark(strand, place)).toList()))
                .toList();
    }

    private Mark mark(Strand strand, int place) {
        Figure figure = strand.points().get(place).figure();
        boolean provisional = figure.provisional();
        return new Mark(
                figure.value(),
                written(strand.unit(), figure.value()),
                provisional && strand == strands.get(strands.size() - 1)
                        ? texts.of("chart.pending", figure.pending())
                        : null,
                provisional,
                provisional ? figure.lower() : null,
                provisional ? figure.upper() : null,
                strand.query(place));
    }

    private List<Series> divided() {
        return parts.stream()
                .map(part -> new Series(
                        part.name(),
                        Series.Shape.BAR,
                        part.colour(),
                        places().mapToObj(place -> mark(part, place)).toList()))
                .toList();
    }

    private Mark mark(HandledParts.Part part, int place) {
        long count = part.counts().get(place);
        return new Mark(
                (double) count,
                texts.formats().count(count),
                null,
                part.provisional() && count > 0,
                null,
                null,
                Addresses.bucket(starts.get(place), part.key()));
    }

    /** Counts are compared as a whole; of rates and durations the first is, for more lines would be a tangle. */
    private Series behind(Unit unit, List<Strand> ofUnit) {
        List<Mark> marks = places().mapToObj(place -> unit == Unit.COUNT
                        ? earlierSum(ofUnit, place)
                        : compared.behind(ofUnit.get(0).points().get(place)))
                .map(value -> new Mark(value, written(unit, value), null, false, null, null, null))
                .toList();
        return Series.behind(texts.comparison(compared), marks);
    }

    private Double earlierSum(List<Strand> ofUnit, int place) {
        List<Double> values = ofUnit.stream()
                .map(strand -> compared.behind(strand.points().get(place)))
                .filter(Objects::nonNull)
                .toList();
        return values.isEmpty()
                ? null
                : Double.valueOf(
                        values.stream().mapToDouble(Double::doubleValue).sum());
    }

    private static double sum(List<Strand> ofUnit, int place) {
        return ofUnit.stream()
                .map(strand -> strand.value(place))
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private IntStream places() {
        return IntStream.range(0, starts.size());
    }

    private String written(Unit unit, Double value) {
        return FigureText.of(unit, value, texts.formats());
    }
}
