package org.answerloop.web.person;

import java.util.Map;
import java.util.Map.Entry;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.settings.Settings;

/** The page {@code login.xhtml}. In development mode it names the demo users, whose passwords are public anyway. */
@Named
@RequestScoped
public class SignInPage {

    private static final SortedMap<String, Role> DEMO_USERS = new TreeMap<>(Map.of(
            "ada", Role.ADMINISTRATOR,
            "edgar", Role.EDITOR,
            "maya", Role.MANAGER,
            "vera", Role.VIEWER));

    private Settings settings;

    /** For the proxy. */
    protected SignInPage() {}

    /** Takes from the settings whether there are demo users. */
    @Inject
    public SignInPage(Settings settings) {
        this.settings = settings;
    }

    /** Whether to name the demo users. */
    public boolean isDemo() {
        return settings.development() && settings.demoUsers();
    }

    /** The demo users by name, each with its role. */
    public Iterable<Entry<String, Role>> getDemoUsers() {
        return DEMO_USERS.entrySet();
    }
}
