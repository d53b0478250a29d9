package org.answerloop.web.reporting;

import java.util.Locale;
import java.util.ResourceBundle;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.answerloop.report.model.Metric;
import org.answerloop.report.model.MetricTexts;
import org.answerloop.web.preference.Preferences;
import org.answerloop.wording.Formats;
import org.answerloop.wording.Labels;

/** The sentences of the reporting pages in the language of the request. */
@RequestScoped
public class Texts {

    private ResourceBundle bundle;
    private ResourceBundle metrics;
    private MetricTexts metricTexts;
    private Locale locale;
    private Formats formats;
    private Labels labels;

    /** For the proxy. */
    protected Texts() {}

    /** The sentences in the person's language. */
    @Inject
    public Texts(Preferences preferences, Formats formats, Labels labels) {
        this(preferences.getLocale(), formats, labels);
    }

    Texts(Locale locale, Formats formats, Labels labels) {
        this.bundle = ResourceBundle.getBundle("org.answerloop.web.reporting.reporting", locale);
        this.metrics = ResourceBundle.getBundle(MetricTexts.BUNDLE, locale);
        this.metricTexts = MetricTexts.in(locale);
        this.locale = locale;
        this.formats = formats;
        this.labels = labels;
    }

    /** The sentence of that key, of the pages or of the metrics, with its blanks filled in. */
    public String of(String key, Object... values) {
        return formats.text((bundle.containsKey(key) ? bundle : metrics).getString(key), values);
    }

    /** Whether there is a sentence of that key. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** What the metrics are called and what they mean. */
    public MetricTexts metrics() {
        return metricTexts;
    }

    /** The name of a key of a metric; the key itself where it has none. */
    public String key(Metric metric, String key) {
        return metricTexts.key(metric, key).orElse(key);
    }

    /** What a report is compared with. */
    String comparison(Compared compared) {
        return compared.comparison()
                .map(comparison ->
                        of("compare." + ComparedWith.of(comparison.kind()).key()))
                .orElse("");
    }

    public Locale locale() {
        return locale;
    }

    /** Numbers, dates and durations in the same language. */
    public Formats formats() {
        return formats;
    }

    /** Names of channels and languages in the same language. */
    public Labels labels() {
        return labels;
    }
}
