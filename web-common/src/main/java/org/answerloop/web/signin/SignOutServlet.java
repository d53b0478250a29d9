package org.answerloop.web.signin;

import java.io.IOException;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.answerloop.access.application.SignIns;
import org.answerloop.settings.Settings;
import org.answerloop.web.http.SeeOther;

/**
 * Ends the session and the one sign-in of both web modules, on every server and for good. Only by {@code POST}, so that no
 * link can sign anyone out.
 */
public class SignOutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SignIns signIns;

    @Inject
    private transient SignInCookie cookie;

    @Inject
    private transient Settings settings;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        cookie.secret(request)
                .ifPresent(
                        secret -> signIns.end(secret, settings.trustedProxies().client(request)));
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        request.logout();
        cookie.take(response);
        SeeOther.at(request.getContextPath() + "/", response);
    }
}
