package org.answerloop.system.outside;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.answerloop.system.server.Eventually;

import static org.assertj.core.api.Assertions.assertThat;

/** Others who use the server while strangers use too much of it: from an address of their own. */
record Bystanders(Strangers strangers) {

    static final String PREFERENCES = "/reporting/preferences";
    static final String KEY = "Authorization: Bearer " + RunningServer.API_KEY + "\r\n";

    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final Duration WHILE_THEY_HOLD_ON = Duration.ofSeconds(10);

    /** Whoever asks for a page, sends a form, or calls the API. */
    void areServed(String meanwhile) {
        areServed(meanwhile, Strangers.whole("GET", "/reporting/login.xhtml", "", ""), 200);
        areServed(
                meanwhile,
                Strangers.whole("POST", PREFERENCES, "Content-Type: " + Strangers.FORM + "\r\n", "theme=dark"),
                303);
        areServed(meanwhile, Strangers.whole("GET", "/api/v1/imports", KEY, ""), 200);
        areServed(meanwhile, events(), 202);
    }

    /**
     * Where others use the machine as well, one answer may be late by that alone; what a stranger holds up is so for as long as
     * the stranger holds on, which is longer than this asks again.
     */
    void areServed(String meanwhile, String request, int status) {
        List<Strangers.Reply> replies = new ArrayList<>();
        boolean served = Eventually.within(WHILE_THEY_HOLD_ON, () -> {
            replies.add(strangers.ask(request, AT_ONCE));
            return replies.get(replies.size() - 1).status() == status;
        });
        assertThat(served)
                .as(meanwhile + ": " + request.lines().findFirst().orElse("") + " " + replies)
                .isTrue();
    }

    static String events() {
        return Strangers.whole("POST", "/api/v1/events", "Content-Type: " + Api.LINES + "\r\n" + KEY, "");
    }
}
