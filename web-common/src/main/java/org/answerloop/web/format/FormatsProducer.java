package org.answerloop.web.format;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;

import org.answerloop.settings.Settings;
import org.answerloop.web.preference.Preferences;
import org.answerloop.wording.Formats;
import org.answerloop.wording.Labels;

/** Makes the formats of a request: its language, and the reporting zone of the deployment. */
@ApplicationScoped
public class FormatsProducer {

    /** The formats of this request. */
    @Produces
    @Named("formats")
    @RequestScoped
    public Formats formats(Preferences preferences, Settings settings) {
        return new Formats(preferences.getLocale(), settings.zone());
    }

    /** The labels of this request. */
    @Produces
    @Named("labels")
    @RequestScoped
    public Labels labels(Preferences preferences) {
        return new Labels(preferences.getLocale());
    }
}
