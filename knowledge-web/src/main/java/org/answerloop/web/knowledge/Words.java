package org.answerloop.web.knowledge;

import java.util.Locale;
import java.util.ResourceBundle;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.answerloop.web.preference.Preferences;
import org.answerloop.wording.Formats;
import org.answerloop.wording.Labels;

/** The sentences of these pages in the language of the request. */
@RequestScoped
public class Words {

    private ResourceBundle bundle;
    private Locale locale;
    private Formats formats;
    private Labels labels;

    /** For the proxy. */
    protected Words() {}

    @Inject
    public Words(Preferences preferences, Formats formats, Labels labels) {
        this(preferences.getLocale(), formats, labels);
    }

    Words(Locale locale, Formats formats, Labels labels) {
        this.bundle = ResourceBundle.getBundle("org.answerloop.web.knowledge.knowledge", locale);
        this.locale = locale;
        this.formats = formats;
        this.labels = labels;
    }

    /** The sentence of that key, with its blanks filled in. */
    public String of(String key, Object... values) {
        return formats.text(bundle.getString(key), values);
    }

    public Locale locale() {
        return locale;
    }

    public Formats formats() {
        return formats;
    }

    /** Names of channels and languages in the same language. */
    public Labels labels() {
        return labels;
    }
}
