package org.answerloop.web.knowledge;

import java.util.ResourceBundle;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.access.application.EditingRights;
import org.answerloop.access.model.EditingRight;
import org.answerloop.web.preference.Preferences;
import org.answerloop.wording.Formats;

/** Whether this person may change knowledge, and where not: what is missing, and who can give it. */
@Named
@RequestScoped
public class Editing {

    private EditingRight right;
    private Formats formats;
    private ResourceBundle words;

    /** For the proxy. */
    protected Editing() {}

    @Inject
    public Editing(EditingRights rights, Formats formats, Preferences preferences) {
        this.right = rights.ofCaller();
        this.formats = formats;
        this.words = ResourceBundle.getBundle("org.answerloop.web.knowledge.knowledge", preferences.getLocale());
    }

    public boolean isAllowed() {
        return right.isComplete();
    }

    /** One sentence. */
    public String getExplanation() {
        if (right.isComplete()) {
            return formats.text(words.getString("editing.complete"), right.seat(), right.bought());
        }
        String missing = right.editor() ? "seat" : right.seat() == null ? "both" : "role";
        return formats.text(words.getString("editing.missing." + missing), right.bought());
    }
}
