package org.answerloop.system.inside;

import java.util.concurrent.Callable;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;

/** Does something as the demo user who may administer. */
final class Administrator {

    static final String NAME = "ada";

    private Administrator() {}

    /** @param request the one that runs the test */
    static <T> T does(HttpServletRequest request, Callable<T> work) {
        try {
            request.login(NAME, NAME);
            try {
                return work.call();
            } finally {
                request.logout();
            }
        } catch (ServletException e) {
            throw new IllegalStateException("The demo user " + NAME + " cannot sign in", e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
