package org.answerloop.web.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

import org.answerloop.report.model.Report;
import org.answerloop.web.chart.Chart;
import org.answerloop.web.chart.Mark;
import org.answerloop.web.chart.Position;
import org.answerloop.web.chart.Series;

/** A count by key, the greatest first, as picture and as text. */
final class Ranking {

    private final String prefix;
    private final Map<String, Long> counts;
    private final long total;
    private final Addresses addresses;
    private final Texts texts;

    Ranking(Report report, Addresses addresses, Texts texts) {
        this.prefix = "metric." + report.metric().id();
        this.counts = report.countsByKey();
        this.total = counts.values().stream().mapToLong(Long::longValue).sum();
        this.addresses = addresses;
        this.texts = texts;
    }

    String figure() {
        return texts.of(prefix + ".figure", counts.size());
    }

    String detail() {
        return counts.entrySet().stream()
                .findFirst()
                .filter(leader -> leader.getValue() > 0)
                .map(leader -> texts.of(prefix + ".detail", name(leader.getKey()), share(leader.getValue())))
                .orElse("");
    }

    Chart chart() {
        List<Position> positions = counts.keySet().stream()
                .map(key -> Position.of(name(key), Addresses.key(key).text()))
                .toList();
        List<Mark> marks = counts.entrySet().stream().map(this::mark).toList();
        return new Chart(
                Chart.Layout.RANKING,
                addresses.ofTotal(),
                positions,
                Chart.Axis.COUNT,
                List.of(new Series(texts.of(prefix + ".series"), Series.Shape.BAR, "c1", marks)));
    }

    CardTable table() {
        List<CardTable.Row> rows = new ArrayList<>();
        counts.forEach((key, count) -> rows.add(new CardTable.Row(
                name(key), addresses.of(Addresses.key(key)), texts.formats().count(count), List.of(share(count)))));
        return new CardTable(
                List.of(texts.of(prefix + ".key"), texts.of(prefix + ".series"), texts.of("table.share")), rows);
    }

    private Mark mark(Entry<String, Long> entry) {
        return new Mark(
                entry.getValue().doubleValue(),
                texts.formats().count(entry.getValue()),
                share(entry.getValue()),
                false,
                null,
                null,
                Addresses.key(entry.getKey()).text());
    }

    private String name(String key) {
        return texts.labels().channel(key);
    }

    private String share(long count) {
        return texts.formats().roundPercent(total == 0 ? null : (double) count / total);
    }
}
