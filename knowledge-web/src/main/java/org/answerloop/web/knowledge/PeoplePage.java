package org.answerloop.web.knowledge;

import java.util.List;
import java.util.ResourceBundle;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.access.application.SignIns;
import org.answerloop.access.application.SignIns.SignedIn;
import org.answerloop.web.preference.Preferences;
import org.answerloop.wording.Formats;

/** Who is signed in, and a button that ends it. */
@Named
@RequestScoped
public class PeoplePage {

    private SignIns signIns;
    private Formats formats;
    private ResourceBundle words;
    private List<SignedIn> people;
    private String done;

    /** For the proxy. */
    protected PeoplePage() {}

    @Inject
    public PeoplePage(SignIns signIns, Preferences preferences, Formats formats) {
        this.signIns = signIns;
        this.formats = formats;
        this.words = ResourceBundle.getBundle("org.answerloop.web.knowledge.knowledge", preferences.getLocale());
    }

    /** Signs the person out everywhere. */
    public void endAll(String login) {
        done = formats.text(words.getString("people.ended"), login, signIns.endAll(login));
        people = null;
    }

    public List<SignedIn> getPeople() {
        if (people == null) {
            people = signIns.people();
        }
        return people;
    }

    /** What was just done, in a sentence; null where nothing was. */
    public String getDone() {
        return done;
    }
}
