package org.answerloop.web.person;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.access.application.EditingRights;
import org.answerloop.access.model.EditingRight;
import org.answerloop.web.preference.Preferences;
import org.answerloop.wording.Formats;

import static java.util.ResourceBundle.getBundle;

/** Which of the paid seats this person has, for the foot of the menu. */
@Named
@RequestScoped
public class Seating {

    private String text;

    /** For the proxy. */
    protected Seating() {}

    @Inject
    public Seating(EditingRights rights, Formats formats, Preferences preferences) {
        EditingRight right = rights.ofCaller();
        if (right.seat() != null) {
            String pattern = getBundle("org.answerloop.web.common", preferences.getLocale())
                    .getString("seat.held");
            text = formats.text(pattern, right.seat(), right.bought());
        } else if (right.editor()) {
            text = getBundle("org.answerloop.web.common", preferences.getLocale())
                    .getString("seat.none");
        }
    }

    /** In a few words; null for those whose role no seat is for. */
    public String getText() {
        return text;
    }
}
