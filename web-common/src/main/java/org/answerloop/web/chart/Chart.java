package org.answerloop.web.chart;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A chart without any size: what is drawn, and where each mark leads.
 *
 * @param layout how the marks lie
 * @param address the page to which marks lead, with what they have in common as its query; null where they lead nowhere
 * @param positions along the first axis
 * @param axis how the numbers along the second axis are written
 * @param series what is drawn
 */
public record Chart(Layout layout, String address, List<Position> positions, Axis axis, List<Series> series) {

    /** How the marks lie: over time from left to right, or one bar below the other with its value behind it. */
    public enum Layout {
        TIME,
        RANKING
    }

    /** What the numbers along the axis are. */
    public enum Axis {
        COUNT,
        PERCENT,
        SECONDS
    }

    /** Keeps copies that nobody changes. */
    public Chart {
        positions = List.copyOf(positions);
        series = List.copyOf(series);
    }

    /** Whether the legend has to say how what may still change is drawn: a series that does as a whole says so itself. */
    public boolean partlyProvisional() {
        return provisional() && series.stream().noneMatch(Series::provisional);
    }

    /** Whether any mark may still change. */
    public boolean provisional() {
        return series.stream().anyMatch(one -> one.marks().stream().anyMatch(Mark::provisional));
    }

    /** Whether any mark says between which bounds it will end. */
    public boolean bounded() {
        return series.stream().anyMatch(one -> one.marks().stream().anyMatch(Mark::bounded));
    }

    /** Whether it has lines, whose provisional part is dashed and not hatched. */
    public boolean lined() {
        return series.stream().anyMatch(one -> one.shape() == Series.Shape.LINE);
    }

    /** The series that a legend names, each name once. */
    public List<Series> named() {
        Set<String> names = new HashSet<>();
        return series.stream().filter(one -> names.add(one.name())).toList();
    }
}
