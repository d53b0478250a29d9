package org.answerloop.system.outside;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.microsoft.playwright.options.Cookie;
import org.answerloop.system.server.AnswerloopServer;

/** What those who have signed in once may show at the door, so that not every test fills in the form again. */
final class Passes {

    /** As the server calls it. */
    private static final String PASS = "AnswerloopSession";

    private final Map<Holder, Cookie> passes = new HashMap<>();

    private record Holder(AnswerloopServer server, String name) {}

    Optional<Cookie> of(AnswerloopServer server, String name) {
        return Optional.ofNullable(passes.get(new Holder(server, name)));
    }

    /** Keeps the one among the cookies that the server has given them. */
    void keep(AnswerloopServer server, String name, Iterable<Cookie> cookies) {
        for (Cookie cookie : cookies) {
            if (cookie.name.equals(PASS)) {
                passes.put(new Holder(server, name), cookie);
            }
        }
    }
}
