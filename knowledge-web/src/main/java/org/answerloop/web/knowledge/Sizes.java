package org.answerloop.web.knowledge;

import java.text.NumberFormat;
import java.util.ResourceBundle;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.web.preference.Preferences;
import org.answerloop.wording.Formats;

/** Writes how large a file is: 1.4 GB. */
@Named
@RequestScoped
public class Sizes {

    private static final String[] UNITS = {"bytes", "kilo", "mega", "giga", "tera"};
    private static final double STEP = 1000;

    private Formats formats;
    private Preferences preferences;

    /** For the proxy. */
    protected Sizes() {}

    @Inject
    public Sizes(Formats formats, Preferences preferences) {
        this.formats = formats;
        this.preferences = preferences;
    }

    public String text(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= STEP && unit < UNITS.length - 1) {
            size /= STEP;
            unit++;
        }
        NumberFormat number = NumberFormat.getNumberInstance(preferences.getLocale());
        number.setMaximumFractionDigits(unit == 0 || size >= 100 ? 0 : 1);
        ResourceBundle words =
                ResourceBundle.getBundle("org.answerloop.web.knowledge.knowledge", preferences.getLocale());
        return formats.text(words.getString("size." + UNITS[unit]), number.format(size));
    }
}
