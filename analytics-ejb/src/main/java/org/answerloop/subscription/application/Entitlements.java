package org.answerloop.subscription.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.answerloop.access.model.Role;
import org.answerloop.subscription.model.Subscription;

/** Takes note, whenever a person is here, of whether they may still take reports along. */
@Stateless
@DeclareRoles({Role.MANAGER, Role.ADMINISTRATOR, Role.EDITOR, Role.VIEWER})
@PermitAll
public class Entitlements {

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext session;

    /** The caller is here, with the roles that the server has given them. */
    public void takeNote() {
        boolean may = session.isCallerInRole(Role.MANAGER) || session.isCallerInRole(Role.ADMINISTRATOR);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (Subscription subscription : ofCaller()) {
            if (!may) {
                subscription.lapse();
            } else if (subscription.isActive()) {
                subscription.confirm(now);
            }
        }
    }

    private List<Subscription> ofCaller() {
        return entityManager
                .createQuery("select s from Subscription s where s.person = :person", Subscription.class)
                .setParameter("person", session.getCallerPrincipal().getName())
                .getResultList();
    }
}
