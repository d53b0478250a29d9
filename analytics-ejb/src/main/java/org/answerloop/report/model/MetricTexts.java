package org.answerloop.report.model;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * What the metrics, the figures of the impact and that of a topic are called and what they mean, in one language: the same words on the
 * page, in the exports and in the API. Sentences with a {@code {0}} are patterns of {@link java.text.MessageFormat}.
 */
public final class MetricTexts {

    /** Where the words are. */
    public static final String BUNDLE = "org.answerloop.report.metrics";

    private final ResourceBundle bundle;

    private MetricTexts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /**
     * What stands behind the "i" of a figure; each but the title ends a sentence that the heading before it begins.
     *
     * @param over what the denominator holds; null where the figure has none
     */
    public record Explanation(
            String title, String definition, String formula, String over, String cohort, String caveat) {}

    /** The texts in a language; English where they are not translated. */
    public static MetricTexts in(Locale locale) {
        boolean french = Locale.FRENCH.getLanguage().equals(locale.getLanguage());
        return new MetricTexts(ResourceBundle.getBundle(BUNDLE, french ? Locale.FRENCH : Locale.ENGLISH));
    }

    public Explanation explanation(Metric metric) {
        return explanation("metric." + metric.id());
    }

    public Explanation explanation(ImpactFigure figure) {
        return explanation("impact." + figure.key());
    }

    /** The impact as a whole. */
    public Explanation impact() {
        return explanation("impact");
    }

    /** What it costs that a topic's questions are not answered. */
    public Explanation topicImpact() {
        return explanation("topic_impact");
    }

    /** What the figure of the series is called, in a legend or at the head of a column. */
    public String series(Metric metric) {
        return bundle.getString("metric." + metric.id() + ".series");
    }

    /** At the head of a column; empty where the figure has no numerator. */
    public Optional<String> numerator(Metric metric) {
        return text("metric." + metric.id() + ".numerator");
    }

    /** At the head of a column; empty where the figure has no denominator. */
    public Optional<String> denominator(Metric metric) {
        return text("metric." + metric.id() + ".denominator");
    }

    /** How many rows the list behind a figure has, and of what: a pattern with the number as {@code {0}}. */
    public String counted(Metric metric) {
        return bundle.getString("metric." + metric.id() + ".counted");
    }

    /** As {@link #counted(Metric)}. */
    public String counted(ImpactFigure figure) {
        return bundle.getString("impact." + figure.key() + ".counted");
    }

    /** What a key is called; empty for keys that the data brings along: a channel, a teammate. */
    public Optional<String> key(Metric metric, String key) {
        return text("metric." + metric.id() + ".key." + key);
    }

    private Explanation explanation(String prefix) {
        return new Explanation(
                bundle.getString(prefix + ".title"),
                bundle.getString(prefix + ".definition"),
                bundle.getString(prefix + ".formula"),
                text(prefix + ".over").orElse(null),
                bundle.getString(prefix + ".cohort"),
                bundle.getString(prefix + ".caveat"));
    }

    private Optional<String> text(String key) {
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }
}
