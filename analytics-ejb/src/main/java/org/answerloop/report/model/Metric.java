package org.answerloop.report.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * The reports, each said once: the total, the series, the conversations behind them, the export and the API all follow
 * from what stands here. The texts (title, definition, formula, caveat) are in the bundles under {@code metric.<id>}.
 */
public enum Metric {
    /** Conversations handled over time. Its conversations: the handled ones. */
    HANDLED("handled", Basis.COHORT, null, new Formula.Count(Measure.HANDLED, Measure.PENDING)),
    /** Conversations handled by channel. Its conversations: the handled ones, of the channel where one is named. */
    HANDLED_BY_CHANNEL(
            "handled_by_channel", Basis.COHORT, Dimension.CHANNEL, new Formula.Count(Measure.HANDLED, Measure.PENDING)),
    /** Resolved ÷ settled. Its conversations: the settled ones, resolved or not. */
    RESOLUTION_RATE(
            "resolution_rate",
            Basis.COHORT,
            null,
            new Formula.Rate(Measure.RESOLVED, Measure.SETTLED, Measure.PENDING));

    private final String id;
    private final Basis basis;
    private final Dimension dimension;
    private final Formula formula;

    Metric(String id, Basis basis, Dimension dimension, Formula formula) {
        this.id = id;
        this.basis = basis;
        this.dimension = dimension;
        this.formula = formula;
    }

    /** The metric of that name in the API. */
    public static Optional<Metric> named(String id) {
        return Arrays.stream(values()).filter(metric -> metric.id.equals(id)).findFirst();
    }

    /** The name in the API and in the bundles. */
    public String id() {
        return id;
    }

    public Unit unit() {
        return formula.unit();
    }

    public Basis basis() {
        return basis;
    }

    /** What splits it into keys; empty where nothing does. */
    public Optional<Dimension> dimension() {
        return Optional.ofNullable(dimension);
    }

    public Formula formula() {
        return formula;
    }
}
