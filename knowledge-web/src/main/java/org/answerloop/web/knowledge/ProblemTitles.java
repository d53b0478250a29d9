package org.answerloop.web.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.imports.model.ReportWords;
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

    /** For a report that the person takes along. */
    ReportWords ofAReport() {
        return new ReportWords(List.of(words.getString("imports.report.columns").split("\\|")), Optional.of(this::of));
    }
}
