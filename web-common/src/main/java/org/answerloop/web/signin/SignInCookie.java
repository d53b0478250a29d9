package org.answerloop.web.signin;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.answerloop.settings.Settings;

/**
 * Holds the secret that a sign-in is known by, for both web modules and until the browser is closed. In production browsers
 * take it over TLS alone, and from this very host: that is what the prefix of its name has them see to.
 */
@ApplicationScoped
public class SignInCookie {

    /** As the server's configuration calls its own, which says who somebody is, and which it knows in either case. */
    private static final String OF_THE_SERVER = "AnswerloopSession";

    private static final String NAME = "AnswerloopSignIn";
    private static final String FROM_THIS_HOST = "__Host-";

    private boolean secure;

    /** For the proxy. */
    protected SignInCookie() {}

    @Inject
    public SignInCookie(Settings settings) {
        this.secure = !settings.development();
    }

    /** The secret that the browser sends; nothing where it sends none. */
    public Optional<String> secret(HttpServletRequest request) {
        return value(request, name()::equals);
    }

    /** Has the browser keep the secret. */
    public void give(HttpServletResponse response, String secret) {
        response.addCookie(cookie(secret));
    }

    /** Has the browser forget the secret. */
    public void take(HttpServletResponse response) {
        Cookie cookie = cookie("");
        cookie.setMaxAge(0);
        response.addCookie(cookie);
    }

    /**
     * Whether the request brings nothing that an earlier answer gave: somebody who is known all the same has been
     * authenticated in this very request, by a provider that takes the place of the sign-in page.
     */
    static boolean bringsNothing(HttpServletRequest request) {
        return !request.isRequestedSessionIdValid()
                && value(request, OF_THE_SERVER::equalsIgnoreCase).isEmpty();
    }

    private String name() {
        return secure ? FROM_THIS_HOST + NAME : NAME;
    }

    private Cookie cookie(String value) {
        Cookie cookie = new Cookie(name(), value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private static Optional<String> value(HttpServletRequest request, Predicate<String> name) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Stream::of)
                .filter(cookie -> name.test(cookie.getName()))
                .map(Cookie::getValue)
                .findFirst();
    }
}
