package org.answerloop.report.model;

/** The figures of the impact, each by when it happened; in the order in which they are shown. */
public enum ImpactFigure {
    HANDLED("handled", Basis.COHORT, new Formula.Count(Measure.HANDLED, null)),
    RESOLVED("resolved", Basis.VERDICT, new Formula.Count(Measure.RESOLVED, null)),
    TIME_TO_RESOLUTION(
            "time_to_resolution", Basis.VERDICT, new Formula.Mean(Measure.RESOLUTION_MILLIS, Measure.RESOLVED)),
    DEFLECTION_RATE("deflection_rate", Basis.VERDICT, new Formula.Rate(Measure.DEFLECTED, Measure.SETTLED, null)),
    HELPFUL_RATE("helpful_rate", Basis.FEEDBACK, new Formula.Rate(Measure.HELPFUL, Measure.RATED, null));

    private final String key;
    private final Basis basis;
    private final Formula formula;

    ImpactFigure(String key, Basis basis, Formula formula) {
        this.key = key;
        this.basis = basis;
        this.formula = formula;
    }

    /** The name in the API and in the bundles. */
    public String key() {
        return key;
    }

    public Basis basis() {
        return basis;
    }

    public Formula formula() {
        return formula;
    }
}
