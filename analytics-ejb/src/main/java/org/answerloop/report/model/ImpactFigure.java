package org.answerloop.report.model;

import java.util.Arrays;
import java.util.Optional;

/** The figures of the impact, each by when it happened; in the order in which they are shown. */
public enum ImpactFigure {
    /** Its conversations: those in which the customer agent first took part within the span. */
    HANDLED("handled", new Formula.Count(Measure.HANDLED, null)),
    /** Its conversations: the resolved ones whose deadline fell into the span. */
    RESOLVED("resolved", new Formula.Count(Measure.DECIDED_RESOLVED, null)),
    /** Its conversations: the resolved ones whose deadline fell into the span. */
    TIME_TO_RESOLUTION("time_to_resolution", new Formula.Mean(Measure.DECIDED_MILLIS, Measure.DECIDED_RESOLVED, null)),
    /** Its conversations: the settled ones whose deadline fell into the span, deflected or not. */
    DEFLECTION_RATE("deflection_rate", new Formula.Rate(Measure.DECIDED_DEFLECTED, Measure.DECIDED, null)),
    /** Its rows: the conversation of each submission of the span, as often as feedback was given in it. */
    HELPFUL_RATE("helpful_rate", new Formula.Rate(Measure.HELPFUL, Measure.RATED, null));

    private final String key;
    private final Formula formula;

    ImpactFigure(String key, Formula formula) {
        this.key = key;
        this.formula = formula;
    }

    /** The figure of that name in the API. */
    public static Optional<ImpactFigure> named(String key) {
        return Arrays.stream(values()).filter(figure -> figure.key.equals(key)).findFirst();
    }

    /** The name in the API and in the bundles. */
    public String key() {
        return key;
    }

    public Formula formula() {
        return formula;
    }
}
