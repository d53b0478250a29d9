package org.answerloop.report.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The reports, each said once: the total, the series, the conversations behind them, the export and the API all follow
 * from what stands here; the texts are {@link MetricTexts}. In the order in which they are shown.
 *
 * <p>A metric has one figure, or a figure for each of its keys: fixed ones ({@link #keys()}), those of a
 * {@link #dimension()}, or both. Its total is a figure of its own: of a count by key the sum of the keys, of
 * {@code time_to_resolution} the mean, of {@code handoff_outcome} the conversion.
 */
public enum Metric {
    /** Its conversations: the handled ones, of the part where one is named. */
    HANDLED(
            "handled",
            new Formula.Count(Measure.HANDLED, Measure.PENDING),
            Map.of(),
            keys(
                    "resolved", new Formula.Count(Measure.RESOLVED, null),
                    "answered", new Formula.Count(Measure.ANSWERED, null),
                    "human", new Formula.Count(Measure.WITH_HUMAN, null),
                    "pending", new Formula.Count(Measure.PENDING, null)),
            null,
            null),
    /** Its conversations: the handled ones, of the channel where one is named. */
    HANDLED_BY_CHANNEL(
            "handled_by_channel",
            new Formula.Count(Measure.HANDLED, Measure.PENDING),
            Map.of(),
            Dimension.CHANNEL,
            new Formula.Count(Measure.HANDLED, Measure.PENDING)),
    /** Its rows: the conversation of each submission, as often as feedback was given in it. */
    FEEDBACK(
            "feedback",
            new Formula.Count(Measure.RATED, null),
            keys(
                    "helpful",
                    new Formula.Count(Measure.HELPFUL, null),
                    "not_helpful",
                    new Formula.Count(Measure.NOT_HELPFUL, null))),
    /** Handled ÷ eligible. Its conversations: the eligible ones, each on the day of the first part, or else of the start. */
    HANDLE_RATE(
            "handle_rate",
            new Formula.Rate(Set.of(Measure.HANDLED), Set.of(Measure.HANDLED, Measure.NOT_HANDLED), null)),
    /** Resolved ÷ settled. Its conversations: the settled ones, resolved or not. */
    RESOLUTION_RATE("resolution_rate", new Formula.Rate(Measure.RESOLVED, Measure.SETTLED, Measure.PENDING)),
    /** Its conversations: the resolved ones. */
    RESOLVED("resolved", new Formula.Count(Measure.RESOLVED, Measure.PENDING)),
    /** Deflected ÷ settled. Its conversations: the settled ones, deflected or not. */
    DEFLECTION_RATE("deflection_rate", new Formula.Rate(Measure.DEFLECTED, Measure.SETTLED, Measure.PENDING)),
    /** Its conversations: the deflected ones. */
    DEFLECTED("deflected", new Formula.Count(Measure.DEFLECTED, Measure.PENDING)),
    /**
     * The conversations that the customer agent resolved, by the verdict and in the bucket of the cohort day, beside those
     * that each teammate closed, in the bucket of the latest closing. Its rows: those conversations; one that the agent
     * resolved and a teammate closed stands there once for either.
     */
    TEAM_RESOLVED(
            "team_resolved",
            new Formula.Count(Set.of(Measure.RESOLVED, Measure.CLOSED_BY_TEAMMATE), Measure.PENDING),
            keys("customer_agent", new Formula.Count(Measure.RESOLVED, Measure.PENDING)),
            Dimension.TEAMMATE,
            new Formula.Count(Measure.CLOSED_BY_TEAMMATE, null)),
    /** Its conversations: the resolved ones. */
    TIME_TO_RESOLUTION(
            "time_to_resolution",
            new Formula.Mean(Measure.RESOLUTION_MILLIS, Measure.RESOLVED, Measure.PENDING),
            keys(
                    "mean", new Formula.Mean(Measure.RESOLUTION_MILLIS, Measure.RESOLVED, Measure.PENDING),
                    "median", new Formula.Percentile(0.5, Measure.RESOLVED, Measure.PENDING),
                    "p90", new Formula.Percentile(0.9, Measure.RESOLVED, Measure.PENDING))),
    /** Its conversations: those with a handoff, of the trigger of the first one where one is named. */
    HANDOFFS(
            "handoffs",
            new Formula.Count(Measure.HANDED_OFF, Measure.PENDING),
            keys(
                    "agent", new Formula.Count(Measure.HANDED_OFF_BY_AGENT, Measure.PENDING),
                    "rule", new Formula.Count(Measure.HANDED_OFF_BY_RULE, Measure.PENDING),
                    "manual", new Formula.Count(Measure.HANDED_OFF_MANUALLY, Measure.PENDING))),
    /** With a handoff ÷ handled. Its conversations: the handled ones. */
    HANDOFF_RATE(
            "handoff_rate",
            new Formula.Share(Measure.HANDED_OFF, Measure.HANDLED, Measure.PENDING, Measure.PENDING_WITHOUT_HANDOFF)),
    /**
     * Of the handed-off conversations the share whose ticket is closed, and how long that took on average. Its
     * conversations: those with a handoff; of {@code mean_time} those whose ticket is closed.
     */
    HANDOFF_OUTCOME(
            "handoff_outcome",
            new Formula.Share(Measure.CONVERTED, Measure.HANDED_OFF, Measure.PENDING, null),
            keys(
                    "conversion", new Formula.Share(Measure.CONVERTED, Measure.HANDED_OFF, Measure.PENDING, null),
                    "mean_time", new Formula.Mean(Measure.CONVERSION_MILLIS, Measure.CONVERTED, Measure.PENDING)));

    private final String id;
    private final Formula total;
    private final Map<String, Formula> fixed;
    private final Map<String, Formula> parts;
    private final Dimension dimension;
    private final Formula ofEach;

    Metric(String id, Formula total) {
        this(id, total, Map.of());
    }

    Metric(String id, Formula total, Map<String, Formula> fixed) {
        this(id, total, fixed, null, null);
    }

    Metric(String id, Formula total, Map<String, Formula> fixed, Dimension dimension, Formula ofEach) {
        this(id, total, fixed, Map.of(), dimension, ofEach);
    }

    Metric(
            String id,
            Formula total,
            Map<String, Formula> fixed,
            Map<String, Formula> parts,
            Dimension dimension,
            Formula ofEach) {
        this.id = id;
        this.total = total;
        this.fixed = fixed;
        this.parts = parts;
        this.dimension = dimension;
        this.ofEach = ofEach;
    }

    /** The metric of that name in the API. */
    public static Optional<Metric> named(String id) {
        return Arrays.stream(values()).filter(metric -> metric.id.equals(id)).findFirst();
    }

    /** The name in the API and in the bundles. */
    public String id() {
        return id;
    }

    /** The unit of the total; a key may have another: {@link #formula(String)}. */
    public Unit unit() {
        return total.unit();
    }

    /** The figure of the total, and of each bucket where there are no keys. */
    public Formula formula() {
        return total;
    }

    /** The keys that it has whatever the data, in the order in which they are shown. */
    public Map<String, Formula> keys() {
        return fixed;
    }

    /** What its one figure is made up of: lists of their own within that of the figure, but no series. */
    public Map<String, Formula> parts() {
        return parts;
    }

    /** What splits it into further keys; empty where nothing does. */
    public Optional<Dimension> dimension() {
        return Optional.ofNullable(dimension);
    }

    /** Whether its series has keys. */
    public boolean isKeyed() {
        return !fixed.isEmpty() || dimension != null;
    }

    /** The figure of a key or of a part; of the total where there is no key or the metric has none. */
    public Formula formula(String key) {
        if (key == null) {
            return total;
        }
        Formula named = fixed.getOrDefault(key, parts.get(key));
        return named == null && dimension != null ? ofEach : Objects.requireNonNullElse(named, total);
    }

    /** Whether the key can be one of its keys, or names a part. */
    public boolean hasKey(String key) {
        return fixed.containsKey(key) || parts.containsKey(key) || dimension != null;
    }

    /** What splits the rows of that key from others; empty where the formula of the key does. */
    public Optional<Dimension> dimensionOf(String key) {
        return key == null || fixed.containsKey(key) ? Optional.empty() : dimension();
    }

    /** What has to be counted without keys. */
    public Needs needs() {
        return fixed.values().stream().map(Formula::needs).reduce(total.needs(), Needs::plus);
    }

    /** What has to be counted for each key of the dimension. */
    public Needs needsOfEach() {
        return ofEach == null ? Needs.NOTHING : ofEach.needs();
    }

    private static Map<String, Formula> keys(Object... keysAndFormulas) {
        Map<String, Formula> keys = new LinkedHashMap<>();
        for (int i = 0; i < keysAndFormulas.length; i += 2) {
            keys.put((String) keysAndFormulas[i], (Formula) keysAndFormulas[i + 1]);
        }
        return Collections.unmodifiableMap(keys);
    }
}
