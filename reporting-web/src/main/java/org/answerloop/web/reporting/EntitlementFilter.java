package org.answerloop.web.reporting;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;

import org.answerloop.access.model.Role;
import org.answerloop.subscription.application.Entitlements;

/**
 * Lets the subscriptions take note of who is here with which rights: once a day for each person, and again as soon as
 * their rights have changed.
 */
public class EntitlementFilter implements Filter {

    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    @Inject
    private Entitlements entitlements;

    @Inject
    private Clock clock;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        if (http.getUserPrincipal() != null) {
            boolean may = http.isUserInRole(Role.MANAGER) || http.isUserInRole(Role.ADMINISTRATOR);
            Seen now = new Seen(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), may);
            if (!now.equals(seen.get(http.getUserPrincipal().getName()))) {
                entitlements.takeNote();
                seen.put(http.getUserPrincipal().getName(), now);
            }
        }
        chain.doFilter(request, response);
    }

    private record Seen(LocalDate day, boolean may) {}
}
