package org.answerloop.web.knowledge;

import java.util.ResourceBundle;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
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
    private boolean sent;
    private Formats formats;
    private ResourceBundle words;

    /** For the proxy. */
    protected Editing() {}

    @Inject
    public Editing(EditingRights rights, Formats formats, Preferences preferences, FacesContext context) {
        this.right = rights.ofCaller();
        this.sent = context.isPostback();
        this.formats = formats;
        this.words = ResourceBundle.getBundle("org.answerloop.web.knowledge.knowledge", preferences.getLocale());
    }

    public boolean isAllowed() {
        return right.isComplete();
    }

    /**
     * Whether fields and buttons are there: also for whoever lost the right after they got the form, so that what they
     * typed is kept and the service says why it is refused.
     */
    public boolean isOffered() {
        return sent || right.isComplete();
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
