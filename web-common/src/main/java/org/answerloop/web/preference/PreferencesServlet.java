package org.answerloop.web.preference;

import java.time.Duration;

import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.answerloop.client.TrustedProxies;
import org.answerloop.web.http.ReturnAddress;
import org.answerloop.web.http.SeeOther;
import org.answerloop.wording.Language;

/**
 * Takes {@code POST language=} or {@code theme=}, keeps it in a cookie that both web modules see, and leads back to the
 * page it came from. What is not one of ours is ignored.
 */
public class PreferencesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Duration KEPT_FOR = Duration.ofDays(365);

    @Inject
    private transient TrustedProxies proxies;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        Language.of(request.getParameter("language"))
                .ifPresent(language -> keep(Preferences.LANGUAGE_COOKIE, language.getCode(), request, response));
        Theme.of(request.getParameter("theme"))
                .ifPresent(theme -> keep(Preferences.THEME_COOKIE, theme.getCode(), request, response));
        SeeOther.at(
                ReturnAddress.of(request.getHeader("Referer"), request.getServerName())
                        .orElse(request.getContextPath() + "/"),
                response);
    }

    private void keep(String name, String value, HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge((int) KEPT_FOR.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(proxies.client(request).secure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
