package org.answerloop.web.reporting;

import java.util.List;
import java.util.stream.Stream;

import org.answerloop.report.model.Metric;

/** How the card of a metric looks. What it says follows from the metric. In the order of the page. */
public enum CardDesign {
    HANDLED(Metric.HANDLED, Section.OVERVIEW, 8, Wish.NONE, "c1"),
    HANDLED_BY_CHANNEL(Metric.HANDLED_BY_CHANNEL, Section.OVERVIEW, 4, Wish.NONE, "c1"),
    FEEDBACK(Metric.FEEDBACK, Section.OVERVIEW, 6, Wish.NONE, "c1", "c3"),
    HANDLE_RATE(Metric.HANDLE_RATE, Section.OVERVIEW, 6, Wish.MORE, "c1"),
    RESOLUTION_RATE(Metric.RESOLUTION_RATE, Section.RESOLUTIONS, 6, Wish.MORE, "c1"),
    RESOLVED(Metric.RESOLVED, Section.RESOLUTIONS, 6, Wish.MORE, "c1"),
    DEFLECTION_RATE(Metric.DEFLECTION_RATE, Section.RESOLUTIONS, 6, Wish.MORE, "c2"),
    DEFLECTED(Metric.DEFLECTED, Section.RESOLUTIONS, 6, Wish.MORE, "c2"),
    TEAM_RESOLVED(Metric.TEAM_RESOLVED, Section.RESOLUTIONS, 6, Wish.NONE, "c1", "c3"),
    TIME_TO_RESOLUTION(Metric.TIME_TO_RESOLUTION, Section.RESOLUTIONS, 6, Wish.LESS, "c1", "c2", "c4"),
    HANDOFFS(Metric.HANDOFFS, Section.HANDOFFS, 6, Wish.LESS, "c3", "c4", "c2"),
    HANDOFF_RATE(Metric.HANDOFF_RATE, Section.HANDOFFS, 6, Wish.LESS, "c3"),
    HANDOFF_OUTCOME(Metric.HANDOFF_OUTCOME, Section.HANDOFFS, 12, Wish.MORE, "c3", "c4");

    /** Which way a figure should go. */
    enum Wish {
        MORE,
        LESS,
        NONE
    }

    private final Metric metric;
    private final Section section;
    private final int span;
    private final Wish wish;
    private final List<String> colours;

    CardDesign(Metric metric, Section section, int span, Wish wish, String... colours) {
        this.metric = metric;
        this.section = section;
        this.span = span;
        this.wish = wish;
        this.colours = List.of(colours);
    }

    static CardDesign of(Metric metric) {
        return Stream.of(values())
                .filter(design -> design.metric == metric)
                .findFirst()
                .orElseThrow();
    }

    /** The metric's name in the API and in the bundles. */
    public String getId() {
        return metric.id();
    }

    /** How many of the twelve columns it takes. */
    public int getSpan() {
        return span;
    }

    Metric metric() {
        return metric;
    }

    Section section() {
        return section;
    }

    Wish wish() {
        return wish;
    }

    /** The colour of a series by its place among them. */
    String colour(int place) {
        return colours.get(Math.min(place, colours.size() - 1));
    }
}
