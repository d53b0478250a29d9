package org.answerloop.system.outside;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import org.answerloop.system.server.AnswerloopServer;

/** Screens of one browser, each with a visitor of its own in front, for as long as a test runs. */
final class Screens implements AutoCloseable {

    private final Chromium chromium;
    private final Passes passes;
    private final List<Visitor> visitors = new ArrayList<>();

    Screens(Chromium chromium, Passes passes) {
        this.chromium = chromium;
        this.passes = passes;
    }

    Visitor visitor(AnswerloopServer server) {
        return visitor(server, 1440, 900, ColorScheme.LIGHT);
    }

    Visitor visitor(AnswerloopServer server, int width, int height, ColorScheme scheme) {
        Visitor visitor = new Visitor(
                server,
                chromium.browser()
                        .newContext(new NewContextOptions()
                                .setViewportSize(width, height)
                                .setColorScheme(scheme)
                                .setLocale("en-GB")
                                .setTimezoneId("Europe/Paris")),
                passes);
        visitors.add(visitor);
        return visitor;
    }

    /** Has that person sign in again when they come next: their earlier sign-ins will be ended. */
    void forget(AnswerloopServer server, String name) {
        passes.forget(server, name);
    }

    /** Of each, as it is at this moment. */
    void photograph(String name) {
        for (int i = 0; i < visitors.size(); i++) {
            visitors.get(i).photograph("failed/" + name + "-" + (i + 1));
        }
    }

    @Override
    public void close() {
        visitors.forEach(Visitor::leave);
    }
}
