package org.answerloop.web.signin;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.answerloop.access.application.Refusals;
import org.answerloop.access.application.SignInAttempts;
import org.answerloop.access.application.SignIns;
import org.answerloop.access.model.Person;
import org.answerloop.access.model.SignInAttempt;
import org.answerloop.client.Client;
import org.answerloop.settings.Settings;
import org.answerloop.web.http.ReturnAddress;
import org.answerloop.web.http.SeeOther;

/**
 * Takes a name and a password, has the server check them, and leads to the page that was asked for. Whoever guesses is slowed
 * down; whether a name exists can be told neither from the answer nor from how long it takes.
 */
public class SignInServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_PASSWORD = 1024;

    /** A directory takes as long for a name that it does not know; a refusal never comes sooner than this. */
    private static final Duration REFUSAL_TAKES = Duration.ofMillis(300);

    /** So many tries are looked at at a time: checking passwords is dear, and strangers ask for it. */
    private static final Semaphore PLACES = new Semaphore(8);

    private static final Duration WAIT_FOR_A_PLACE = Duration.ofSeconds(2);

    @Inject
    private transient SignInAttempts attempts;

    @Inject
    private transient SignIns signIns;

    @Inject
    private transient Refusals refusals;

    @Inject
    private transient SignInCookie cookie;

    @Inject
    private transient Settings settings;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (settings.signInElsewhere()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String name =
                Optional.ofNullable(request.getParameter("user")).orElse("").strip();
        String password = Optional.ofNullable(request.getParameter("password")).orElse("");
        Optional<String> to = ReturnAddress.path(request.getParameter(RequestedPage.PARAMETER));
        try {
            if (!PLACES.tryAcquire(WAIT_FOR_A_PLACE.toMillis(), TimeUnit.MILLISECONDS)) {
                refuse(request, response, WAIT_FOR_A_PLACE, to);
                return;
            }
            try {
                attempt(request, response, name, password, to);
            } finally {
                PLACES.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            refuse(request, response, WAIT_FOR_A_PLACE, to);
        }
    }

    private void attempt(
            HttpServletRequest request, HttpServletResponse response, String name, String password, Optional<String> to)
            throws ServletException, IOException, InterruptedException {
        Client client = settings.trustedProxies().client(request);
        SignInAttempt attempt = SignInAttempt.of(name, client);
        Duration wait = attempts.admit(attempt);
        if (wait.isZero()) {
            long begun = System.nanoTime();
            if (isRight(request, name, password)) {
                attempts.succeeded(attempt);
                letIn(request, response, client, to);
                return;
            }
            Duration taken = Duration.ofNanos(System.nanoTime() - begun);
            Thread.sleep(Math.max(0, REFUSAL_TAKES.minus(taken).toMillis()));
            wait = attempts.waitAfter(attempt);
        }
        refusals.signInFailed(name.substring(0, Math.min(name.length(), Person.LOGIN + 1)), client);
        refuse(request, response, wait, to);
    }

    /** Whoever was signed in in this browser is so no more, whatever comes of the try. */
    private boolean isRight(HttpServletRequest request, String name, String password) throws ServletException {
        if (name.isEmpty() || name.length() > Person.LOGIN || password.length() > LONGEST_PASSWORD) {
            return false;
        }
        if (request.getUserPrincipal() != null) {
            request.logout();
        }
        try {
            request.login(name, password);
            return true;
        } catch (ServletException wrong) {
            return false;
        }
    }

    private void letIn(HttpServletRequest request, HttpServletResponse response, Client client, Optional<String> to) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        cookie.secret(request).ifPresent(earlier -> signIns.end(earlier, client));
        cookie.give(response, signIns.begin(request.getUserPrincipal().getName(), client));
        Cookie requested = new Cookie(RequestedPage.COOKIE, "");
        requested.setPath("/");
        requested.setMaxAge(0);
        response.addCookie(requested);
        SeeOther.at(to.orElse(request.getContextPath() + "/"), response);
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, Duration wait, Optional<String> to) {
        long seconds = wait.plus(Duration.ofSeconds(1)).minusNanos(1).toSeconds();
        SeeOther.at(request.getContextPath() + "/login.xhtml" + SignInPage.refused(seconds, to), response);
    }
}
