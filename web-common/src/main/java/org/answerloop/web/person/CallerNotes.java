package org.answerloop.web.person;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;

import org.answerloop.access.application.People;

/** Notes who is here, once an hour: whoever has signed in can be given a seat. */
public class CallerNotes implements Filter {

    private static final System.Logger LOGGER = System.getLogger(CallerNotes.class.getName());

    private static final Duration FRESH = Duration.ofHours(1);

    private final Map<String, Instant> noted = new ConcurrentHashMap<>();

    @Inject
    private People people;

    @Inject
    private Clock clock;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Principal caller = ((HttpServletRequest) request).getUserPrincipal();
        if (caller != null && isDue(caller.getName())) {
            note();
        }
        chain.doFilter(request, response);
    }

    private boolean isDue(String login) {
        Instant now = clock.instant();
        Instant latest = noted.compute(
                login, (name, before) -> before == null || before.plus(FRESH).isBefore(now) ? now : before);
        return latest.equals(now);
    }

    /** Nobody is kept from a page because the note failed: another server has written it, or the database is away. */
    private void note() {
        try {
            people.noteCaller();
        } catch (EJBException e) {
            LOGGER.log(Level.DEBUG, "Somebody could not be noted", e);
        }
    }
}
