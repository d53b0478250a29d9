package org.answerloop.web.reporting;

import java.io.IOException;
import java.time.DayOfWeek;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.answerloop.client.TrustedProxies;
import org.answerloop.export.model.PageState;
import org.answerloop.subscription.application.SubscriptionWish;
import org.answerloop.subscription.application.Subscriptions;
import org.answerloop.subscription.model.Rhythm;
import org.answerloop.subscription.model.Schedule;
import org.answerloop.subscription.model.UnusableSubscriptionException;
import org.answerloop.web.http.SeeOther;
import org.answerloop.web.preference.Preferences;

/**
 * Takes {@code POST /subscriptions/new} with {@code to}, {@code rhythm}, {@code weekday}, {@code monthday}, {@code hour} and
 * the {@code page}, and {@code POST /subscriptions/{id}/now}, {@code /pause}, {@code /resume} and {@code /remove}; leads
 * back to the page of the subscriptions, with the reason in the address where it could not be done.
 */
public class SubscriptionsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String PAGE = "/subscriptions.xhtml";
    private static final Pattern CHANGE = Pattern.compile("/([0-9]{1,18})/(now|pause|resume|remove)");

    @Inject
    private transient Subscriptions subscriptions;

    @Inject
    private transient Preferences preferences;

    @Inject
    private transient TrustedProxies proxies;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = String.valueOf(request.getPathInfo());
        Matcher change = CHANGE.matcher(path);
        String answer = "";
        try {
            if (path.equals("/new")) {
                create(request);
                answer = "?done=new";
            } else if (change.matches()) {
                change(Long.parseLong(change.group(1)), change.group(2));
                answer = "?done=" + change.group(2);
            } else {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
        } catch (UnusableSubscriptionException refused) {
            answer = "?problem=" + refused.reason().name().toLowerCase(Locale.ROOT) + form(request);
        } catch (IllegalArgumentException malformed) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        SeeOther.at(request.getContextPath() + PAGE + answer, response);
    }

    private void create(HttpServletRequest request) {
        Schedule schedule = new Schedule(
                Rhythm.valueOf(given(request, "rhythm")),
                DayOfWeek.valueOf(given(request, "weekday")),
                Integer.parseInt(given(request, "monthday")),
                Integer.parseInt(given(request, "hour")));
        subscriptions.create(new SubscriptionWish(
                given(request, "to").strip(),
                preferences.getLanguage(),
                PageState.parse(given(request, "page")),
                schedule,
                home(request)));
    }

    private void change(long id, String how) {
        switch (how) {
            case "now" -> subscriptions.sendNow(id);
            case "pause" -> subscriptions.pause(id);
            case "resume" -> subscriptions.resume(id);
            default -> subscriptions.remove(id);
        }
    }

    /** What the form was about, so that it can be mended. */
    private static String form(HttpServletRequest request) {
        String page = given(request, "page");
        return page.isEmpty() ? "" : "&" + PageState.parse(page).text();
    }

    private static String given(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    /** As the person's browser knows this server. */
    private String home(HttpServletRequest request) {
        String seen = request.getRequestURL().toString();
        String address = proxies.client(request).secure() ? seen.replaceFirst("^http:", "https:") : seen;
        return address.substring(
                0,
                address.length()
                        - request.getServletPath().length()
                        - request.getPathInfo().length());
    }
}
