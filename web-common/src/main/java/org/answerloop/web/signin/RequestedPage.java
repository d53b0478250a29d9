package org.answerloop.web.signin;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.answerloop.web.http.ReturnAddress;

/** Which page somebody wanted to open when they were asked to sign in; only ever a path on this host. */
public final class RequestedPage {

    /** The parameter of the sign-in page that says so. */
    public static final String PARAMETER = "to";

    /** Open Liberty leads to the sign-in page and leaves the address in a cookie, with these three characters escaped. */
    static final String COOKIE = "WASReqURL";

    /** A script that a page asks for when its sign-in has just ended leaves its address there, too, and is no page. */
    private static final String PART_OF_A_PAGE = "/jakarta.faces.resource/";

    private static final Pattern BEFORE_THE_PATH = Pattern.compile("https?://[^/]*(/.*)");

    private RequestedPage() {}

    /** The page, where there is one, as the address, the forward or the cookie says. */
    public static Optional<String> of(HttpServletRequest request) {
        return Stream.of(Optional.ofNullable(request.getParameter(PARAMETER)), ofForward(request), ofCookie(request))
                .flatMap(Optional::stream)
                .findFirst()
                .flatMap(ReturnAddress::path)
                .filter(path -> !path.contains(PART_OF_A_PAGE));
    }

    /** Other servers show the sign-in page in the place of the page that was asked for. */
    private static Optional<String> ofForward(HttpServletRequest request) {
        Object path = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        Object query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        return Optional.ofNullable(path).map(found -> query == null ? found.toString() : found + "?" + query);
    }

    private static Optional<String> ofCookie(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .map(BEFORE_THE_PATH::matcher)
                .filter(Matcher::matches)
                .map(matcher -> unescaped(matcher.group(1)))
                .findFirst();
    }

    private static String unescaped(String address) {
        return address.replace("%3B", ";").replace("%2C", ",").replace("%25", "%");
    }
}
