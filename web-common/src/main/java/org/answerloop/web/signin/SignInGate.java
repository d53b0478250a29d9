package org.answerloop.web.signin;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.answerloop.access.application.SignIns;
import org.answerloop.client.ServerLogins;
import org.answerloop.settings.Settings;
import org.answerloop.web.http.ReturnAddress;
import org.answerloop.web.http.SeeOther;

/**
 * In front of everything that takes a sign-in: the server says who somebody is, and here it is asked whether they are signed
 * in still. Whoever is not is led to the sign-in page. Where a provider takes the place of the sign-in page, the sign-in
 * begins here, with the request that the provider has just vouched for. The server's own addresses for signing in and out are
 * closed: nobody who guesses is slowed down at the one, and any link would sign people out by the other.
 */
public class SignInGate extends HttpFilter {

    /** The parameter by which the sign-in page says that a sign-in has ended. */
    static final String ENDED = "ended";

    private static final long serialVersionUID = 1L;

    /** Of the attribute that says that the sign-in began with this very request. */
    private static final String BEGUN = SignInGate.class.getName() + ".begun";

    /** What stands open without a sign-in, as the deployment descriptors say. */
    private static final Set<String> OPEN = Set.of("/login.xhtml", "/sign-in", "/sign-out", "/preferences");

    private static final List<String> OPEN_FOLDERS = List.of("/answerloop/", "/error/");

    @Inject
    private transient SignIns signIns;

    @Inject
    private transient SignInCookie cookie;

    @Inject
    private transient Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (ServerLogins.areAskedFor(request)) {
            response.setHeader("Connection", "close");
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (request.getUserPrincipal() == null || isOpen(path(request)) || stands(request, response)) {
            chain.doFilter(request, response);
        } else {
            end(request, response);
        }
    }

    private boolean stands(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(BEGUN) != null) {
            return true;
        }
        String login = request.getUserPrincipal().getName();
        Optional<String> secret = cookie.secret(request);
        if (settings.signInElsewhere() && secret.isEmpty() && SignInCookie.bringsNothing(request)) {
            cookie.give(response, signIns.begin(login, settings.trustedProxies().client(request)));
            request.setAttribute(BEGUN, true);
            return true;
        }
        return secret.filter(known -> signIns.stands(known, login)).isPresent();
    }

    private void end(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        Optional<String> to = isReading(request)
                ? Optional.of(
                        request.getQueryString() == null
                                ? request.getRequestURI()
                                : request.getRequestURI() + "?" + request.getQueryString())
                : ReturnAddress.of(request.getHeader("Referer"), request.getServerName());
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        request.logout();
        cookie.take(response);
        if (!isReading(request)) {
            // What is left of a file is not read.
            response.setHeader("Connection", "close");
        }
        String signIn = request.getContextPath() + "/login.xhtml?" + ENDED + "=true"
                + to.flatMap(ReturnAddress::path).map(SignInGate::asParameter).orElse("");
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter()
                    .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                            + signIn.replace("&", "&amp;") + "\"/></partial-response>");
        } else {
            SeeOther.at(signIn, response);
        }
    }

    static String asParameter(String to) {
        return "&" + RequestedPage.PARAMETER + "=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }

    private static boolean isReading(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static boolean isOpen(String path) {
        return OPEN.contains(path) || OPEN_FOLDERS.stream().anyMatch(path::startsWith);
    }

    /** As the container has understood it: decoded, and without parameters in it. */
    private static String path(HttpServletRequest request) {
        return request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("");
    }
}
