package org.answerloop.system.inside;

import java.util.concurrent.Callable;

import jakarta.servlet.http.HttpServletRequest;

/** Does something as the demo user who may administer. */
final class Administrator {

    static final String NAME = "ada";

    private Administrator() {}

    /** @param request the one that runs the test */
    static <T> T does(HttpServletRequest request, Callable<T> work) {
        return DemoUser.does(NAME, request, work);
    }
}
