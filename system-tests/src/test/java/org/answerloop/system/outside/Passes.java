package org.answerloop.system.outside;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.microsoft.playwright.options.Cookie;
import org.answerloop.system.server.AnswerloopServer;

/** What those who have signed in once may show at the door, so that not every test fills in the form again. */
final class Passes {

    /** As the server and the application call them: who somebody is, and that they are signed in. */
    private static final Set<String> NAMES = Set.of("AnswerloopSession", "AnswerloopSignIn");

    private final Map<Holder, List<Cookie>> passes = new HashMap<>();

    private record Holder(AnswerloopServer server, String name) {}

    Optional<List<Cookie>> of(AnswerloopServer server, String name) {
        return Optional.ofNullable(passes.get(new Holder(server, name)));
    }

    void forget(AnswerloopServer server, String name) {
        passes.remove(new Holder(server, name));
    }

    /** Keeps those among the cookies that the server has given them. */
    void keep(AnswerloopServer server, String name, Iterable<Cookie> cookies) {
        List<Cookie> kept = new ArrayList<>();
        for (Cookie cookie : cookies) {
            if (NAMES.contains(cookie.name)) {
                kept.add(cookie);
            }
        }
        passes.put(new Holder(server, name), kept);
    }
}
