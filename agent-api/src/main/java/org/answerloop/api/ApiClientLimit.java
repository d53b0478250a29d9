package org.answerloop.api;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.answerloop.client.ClientLimit;

/** Bounds what one client asks of the API, and of the pages beside it, at the same time. */
public class ApiClientLimit extends ClientLimit {

    private static final long serialVersionUID = 1L;

    @Override
    protected void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ServletAnswer.write(Refusal.tooManyAtOnce().response(), response);
    }
}
