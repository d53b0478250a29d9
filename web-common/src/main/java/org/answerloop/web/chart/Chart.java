package org.answerloop.web.chart;

import java.util.List;

/**
 * A chart without any colour or size: what is drawn, and where each mark leads.
 *
 * @param layout how the marks lie
 * @param labels under each position of the first axis
 * @param titles of each position in full, for the tooltip
 * @param axis how the numbers along the second axis are written
 * @param series what is drawn
 */
public record Chart(Layout layout, List<String> labels, List<String> titles, Axis axis, List<Series> series) {

    /** How the marks lie: over time from left to right, or one bar below the other with its value beside it. */
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
        labels = List.copyOf(labels);
        titles = List.copyOf(titles);
        series = List.copyOf(series);
    }

    /** Whether any mark may still change, which the legend then says. */
    public boolean provisional() {
        return series.stream().anyMatch(one -> one.marks().stream().anyMatch(Mark::provisional));
    }

    /** Whether any mark says between which bounds it will end. */
    public boolean bounded() {
        return series.stream()
                .anyMatch(one -> one.marks().stream().anyMatch(mark -> mark.value() != null && mark.lower() != null));
    }

    /** The series that the legend names: none where there is only one, since the title names it. */
    public List<Series> legend() {
        return series.size() > 1 ? series : List.of();
    }

    /** The chart as JSON that may stand inside a script. */
    public String toJson() {
        return ScriptJson.of(this);
    }
}
