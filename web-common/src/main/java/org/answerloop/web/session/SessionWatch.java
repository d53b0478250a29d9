package org.answerloop.web.session;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;

/** Tells which sessions are made and end, whoever asked the server for them. */
public class SessionWatch implements HttpSessionListener {

    @Inject
    private SessionsOfPeople sessions;

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        sessions.made(event.getSession());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        sessions.ended(event.getSession().getId());
    }
}
