package org.answerloop.system.inside;

import java.util.concurrent.Callable;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;

/** Does something as one of the demo users, whose passwords are their names. */
final class DemoUser {

    private DemoUser() {}

    /** @param request the one that runs the test */
    static <T> T does(String name, HttpServletRequest request, Callable<T> work) {
        try {
            request.login(name, name);
            try {
                return work.call();
            } finally {
                request.logout();
            }
        } catch (ServletException e) {
            throw new IllegalStateException("The demo user " + name + " cannot sign in", e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
