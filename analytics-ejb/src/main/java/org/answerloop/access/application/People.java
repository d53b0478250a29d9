package org.answerloop.access.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.answerloop.access.model.Person;
import org.answerloop.access.model.Role;

/** Knows the server's people from their first sign-in on. */
@Stateless
@DeclareRoles({Role.ADMINISTRATOR, Role.EDITOR, Role.MANAGER, Role.VIEWER})
@PermitAll
public class People {

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext session;

    /** Notes that the caller is here, and in which roles. Two of their requests at once: the second one fails, harmlessly. */
    public void noteCaller() {
        String login = session.getCallerPrincipal().getName();
        List<String> roles = Stream.of(Role.ADMINISTRATOR, Role.EDITOR, Role.MANAGER, Role.VIEWER)
                .filter(session::isCallerInRole)
                .toList();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional.ofNullable(entityManager.find(Person.class, login))
                .ifPresentOrElse(
                        known -> known.seen(roles, now), () -> entityManager.persist(new Person(login, roles, now)));
    }
}
