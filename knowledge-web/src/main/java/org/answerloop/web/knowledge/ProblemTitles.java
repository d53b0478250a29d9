package org.answerloop.web.knowledge;

import java.util.ResourceBundle;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.web.preference.Preferences;

/** The short title of a problem in the person's language; its sentence is the one that the sender was given. */
@Named
@RequestScoped
public class ProblemTitles {

    private ResourceBundle words;

    /** For the proxy. */
    protected ProblemTitles() {}

    @Inject
    public ProblemTitles(Preferences preferences) {
        this.words = ResourceBundle.getBundle("org.answerloop.web.knowledge.knowledge", preferences.getLocale());
    }

    /** A code that has no title stands for itself. */
    public String of(String code) {
        String key = "problem." + code;
        return words.containsKey(key) ? words.getString(key) : code;
    }
}
