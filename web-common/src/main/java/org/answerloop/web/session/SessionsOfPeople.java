package org.answerloop.web.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpSession;

import org.answerloop.access.application.SideTask;

/** The sessions of each person in this web module, in the order in which they began; of too many, the oldest makes room. */
@ApplicationScoped
public class SessionsOfPeople {

    /** Browsers and devices of one person; whoever has more opens the page again in the first one. */
    public static final int OF_ONE_PERSON = 10;

    @Inject
    private SideTask aside;

    private final ThreadLocal<String> person = new ThreadLocal<>();
    private final Map<String, Deque<HttpSession>> byPerson = new HashMap<>();

    /** What this thread makes from now on is that person's. */
    void workFor(String login) {
        person.set(login);
    }

    /** The request is over. */
    void workForNobody() {
        person.remove();
    }

    /**
     * A session was made: in the request of somebody it is theirs. The one that makes room ends outside of this request, whose
     * own session CDI would take for it.
     */
    void made(HttpSession session) {
        Optional.ofNullable(person.get())
                .flatMap(login -> add(login, session))
                .ifPresent(oldest -> aside.run(() -> end(oldest)));
    }

    /** A session has ended, in whatever way. */
    synchronized void ended(String id) {
        byPerson.values()
                .forEach(
                        sessions -> sessions.removeIf(session -> session.getId().equals(id)));
        byPerson.values().removeIf(Deque::isEmpty);
    }

    /** @return the one that makes room */
    private synchronized Optional<HttpSession> add(String login, HttpSession session) {
        Deque<HttpSession> sessions = byPerson.computeIfAbsent(login, name -> new ArrayDeque<>());
        sessions.addLast(session);
        return sessions.size() > OF_ONE_PERSON ? Optional.of(sessions.removeFirst()) : Optional.empty();
    }

    private static void end(HttpSession oldest) {
        try {
            oldest.invalidate();
        } catch (IllegalStateException alreadyOver) {
            // It has just ended by itself.
        }
    }
}
