package org.answerloop.web.session;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

import org.answerloop.settings.Settings;

/** Has the cookie of the session travel over TLS alone, except in development mode, where there may be none. */
public class SessionCookies implements ServletContextListener {

    @Inject
    private Settings settings;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext().getSessionCookieConfig().setSecure(!settings.development());
    }
}
