package org.answerloop.web.signin;

import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

import org.answerloop.settings.Settings;
import org.answerloop.web.person.Role;
import org.answerloop.web.preference.Preferences;
import org.answerloop.wording.Formats;

/** The page {@code login.xhtml}. In development mode it names the demo users, whose passwords are public anyway. */
@Named
@RequestScoped
public class SignInPage {

    /** The parameter that says after how many seconds the next try is looked at. */
    static final String REFUSED = "refused";

    private static final SortedMap<String, Role> DEMO_USERS = new TreeMap<>(Map.of(
            "ada", Role.ADMINISTRATOR,
            "edgar", Role.EDITOR,
            "maya", Role.MANAGER,
            "vera", Role.VIEWER));

    private Settings settings;
    private Preferences preferences;
    private Formats formats;
    private HttpServletRequest request;

    /** For the proxy. */
    protected SignInPage() {}

    @Inject
    public SignInPage(Settings settings, Preferences preferences, Formats formats, HttpServletRequest request) {
        this.settings = settings;
        this.preferences = preferences;
        this.formats = formats;
        this.request = request;
    }

    /** Whether to name the demo users. */
    public boolean isDemo() {
        return settings.development() && settings.demoUsers();
    }

    /** The demo users by name, each with its role. */
    public Iterable<Entry<String, Role>> getDemoUsers() {
        return DEMO_USERS.entrySet();
    }

    /** Whether people sign in with a provider, and not here. */
    public boolean isElsewhere() {
        return settings.signInElsewhere();
    }

    /** Where to go afterwards; null for the first page. */
    public String getTo() {
        return RequestedPage.of(request).orElse(null);
    }

    /**
     * Why the last try did not succeed, null where there was none. It is the same sentence for a wrong name, a wrong password
     * and one that was not looked at: whoever guesses learns nothing from it.
     */
    public String getRefused() {
        String seconds = request.getParameter(REFUSED);
        if (seconds == null) {
            return null;
        }
        int wait = seconds.matches("[0-9]{1,4}") ? Integer.parseInt(seconds) : 0;
        ResourceBundle words = ResourceBundle.getBundle("org.answerloop.web.common", preferences.getLocale());
        return formats.text(words.getString("signin.refused"), wait);
    }

    /** Whether somebody was signed in until a moment ago and is no more. */
    public boolean isEnded() {
        return request.getParameter(SignInGate.ENDED) != null;
    }

    /** The query of the address of the page after a try that was refused. */
    static String refused(long seconds, Optional<String> to) {
        return "?" + REFUSED + "=" + seconds + to.map(SignInGate::asParameter).orElse("");
    }
}
