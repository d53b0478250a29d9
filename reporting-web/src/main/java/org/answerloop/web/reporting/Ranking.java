package org.answerloop.web.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.answerloop.report.model.Metric;
import org.answerloop.report.model.Report;
import org.answerloop.report.model.Unit;
import org.answerloop.web.chart.Chart;
import org.answerloop.web.chart.Mark;
import org.answerloop.web.chart.Position;
import org.answerloop.web.chart.Series;
import org.answerloop.web.reporting.CardTable.Cell;

/** A count by keys that the data brings along, the greatest first, as picture and as text. */
final class Ranking {

    private final Compared compared;
    private final Report report;
    private final Metric metric;
    private final Map<String, Long> counts;
    private final long total;
    private final Addresses addresses;
    private final Texts texts;

    Ranking(Compared compared, Addresses addresses, Texts texts) {
        this.compared = compared;
        this.report = compared.report();
        this.metric = report.metric();
        this.counts = report.countsByKey();
        this.total = counts.values().stream().mapToLong(Long::longValue).sum();
        this.addresses = addresses;
        this.texts = texts;
    }

    String figure() {
        return texts.of("metric." + metric.id() + ".figure", counts.size());
    }

    String detail() {
        return counts.entrySet().stream()
                .findFirst()
                .filter(leader -> leader.getValue() > 0)
                .map(leader -> texts.of("detail.leader", name(leader.getKey()), share(leader.getValue())))
                .orElse("");
    }

    /** Keys that there are whatever the data, such as the customer agent, have a colour of their own. */
    List<Chart> charts() {
        List<Position> positions = counts.keySet().stream()
                .map(key -> Position.of(name(key), Addresses.key(key)))
                .toList();
        Set<String> own = metric.keys().keySet();
        CardDesign design = CardDesign.of(metric);
        List<Series> series = new ArrayList<>();
        String name = texts.metrics().series(metric);
        series.add(new Series(name, Series.Shape.BAR, design.colour(0), marks(own, own.isEmpty())));
        if (!own.isEmpty()) {
            series.add(new Series(name, Series.Shape.BAR, design.colour(1), marks(own, true)));
        }
        if (compared.isCompared()) {
            series.add(Series.behind(
                    texts.comparison(compared),
                    counts.keySet().stream().map(this::earlier).toList()));
        }
        return List.of(
                new Chart(Chart.Layout.RANKING, addresses.ofTotal(), positions, FigureText.axis(Unit.COUNT), series));
    }

    CardTable table() {
        List<String> headings = new ArrayList<>(List.of(
                texts.of("metric." + metric.id() + ".key"), texts.metrics().series(metric), texts.of("table.share")));
        if (compared.isCompared()) {
            headings.add(texts.comparison(compared));
            headings.add(texts.of("table.change.COUNT"));
        }
        List<CardTable.Row> rows = new ArrayList<>();
        counts.forEach((key, count) -> rows.add(new CardTable.Row(name(key), cells(key, count))));
        return new CardTable(headings, rows);
    }

    private List<Cell> cells(String key, long count) {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell(texts.formats().count(count), addresses.of(Addresses.key(key))));
        cells.add(Cell.of(share(count)));
        if (compared.isCompared()) {
            Double before = compared.ofKey(key);
            cells.add(Cell.of(texts.formats().count(before)));
            cells.add(Cell.of(Change.inAColumn(before, (double) count, Unit.COUNT, texts)));
        }
        return cells;
    }

    private List<Mark> marks(Set<String> own, boolean others) {
        return counts.entrySet().stream()
                .map(entry ->
                        own.contains(entry.getKey()) == others ? Mark.NOTHING : mark(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Mark mark(String key, long count) {
        return new Mark(
                (double) count, texts.formats().count(count), share(count), false, null, null, Addresses.key(key));
    }

    private Mark earlier(String key) {
        Double before = compared.ofKey(key);
        return new Mark(before, texts.formats().count(before), null, false, null, null, null);
    }

    private String name(String key) {
        return texts.metrics()
                .key(metric, key)
                .or(() -> Optional.ofNullable(report.names().get(key)))
                .orElseGet(() -> texts.labels().channel(key));
    }

    private String share(long count) {
        return texts.formats().roundPercent(total == 0 ? null : (double) count / total);
    }
}
