package org.answerloop.web.knowledge;

import java.util.List;
import java.util.ResourceBundle;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.access.application.Seats;
import org.answerloop.access.model.Person;
import org.answerloop.access.model.Role;
import org.answerloop.access.model.SeatAssignment;
import org.answerloop.access.model.SeatOverview;
import org.answerloop.access.model.SeatRefusedException;
import org.answerloop.web.preference.Preferences;
import org.answerloop.wording.Formats;

/** The paid seats: who holds one, given and taken away, and who held one before. */
@Named
@RequestScoped
public class SeatsPage {

    private Seats seats;
    private Formats formats;
    private ResourceBundle words;
    private String login;
    private String done;
    private String refused;
    private SeatOverview overview;
    private List<SeatAssignment> history;

    /** For the proxy. */
    protected SeatsPage() {}

    @Inject
    public SeatsPage(Seats seats, Preferences preferences, Formats formats) {
        this.seats = seats;
        this.formats = formats;
        this.words = ResourceBundle.getBundle("org.answerloop.web.knowledge.knowledge", preferences.getLocale());
    }

    /** Gives a seat to the chosen person. */
    public void assign() {
        String to = login;
        attempt("seats.given", to, () -> seats.assign(to));
        login = null;
    }

    /** The page says from whom by name: seats may have changed hands since it was drawn. */
    public void takeAway(String from) {
        attempt("seats.ended", from, () -> seats.takeAway(from));
    }

    private void attempt(String sentence, String person, Runnable change) {
        overview = null;
        history = null;
        try {
            change.run();
            done = formats.text(words.getString(sentence), person);
        } catch (SeatRefusedException refusal) {
            refused = words.getString("seats.refused." + refusal.reason());
        }
    }

    /** What was just done, in a sentence; null where nothing was. */
    public String getDone() {
        return done;
    }

    /** Why it was not done, in a sentence; null where nothing was refused. */
    public String getRefused() {
        return refused;
    }

    public SeatOverview getOverview() {
        if (overview == null) {
            overview = seats.overview();
        }
        return overview;
    }

    public List<SeatAssignment> getHistory() {
        if (history == null) {
            history = seats.history();
        }
        return history;
    }

    /** Whether somebody holds a seat beyond those bought. */
    public boolean isOver() {
        return getOverview().held().size() > getOverview().bought();
    }

    /** Whether the registry gave the person the role that a seat is for. */
    public boolean isEditor(Person person) {
        return person != null && person.roles().contains(Role.EDITOR);
    }

    public String getLogin() {
        return login;
    }

    public void setLogin(String login) {
        this.login = login;
    }
}
