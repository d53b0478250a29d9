package org.answerloop.access.application;

import java.util.List;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

import org.answerloop.access.model.EditingRight;
import org.answerloop.access.model.NoSeatException;
import org.answerloop.access.model.Role;
import org.answerloop.access.model.SeatAssignment;
import org.answerloop.settings.Settings;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

/** Changing knowledge takes both: the role of an editor, and a paid seat. */
@Stateless
public class EditingRights {

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private Settings settings;

    @Resource
    private SessionContext session;

    /**
     * Called in the transaction of every change. The seat stays locked until its end, so it cannot be taken away
     * between the check and the change.
     *
     * @return the caller's login
     */
    @RolesAllowed(Role.EDITOR)
    @TransactionAttribute(MANDATORY)
    public String require() {
        String login = session.getCallerPrincipal().getName();
        boolean seated = find(login, LockModeType.PESSIMISTIC_WRITE).stream()
                .anyMatch(assignment -> assignment.isCoveredBy(settings.seats()));
        if (!seated) {
            throw new NoSeatException();
        }
        return login;
    }

    /** What the caller has of it, for a page that says what is missing. */
    @PermitAll
    public EditingRight ofCaller() {
        Integer seat = find(session.getCallerPrincipal().getName(), LockModeType.NONE).stream()
                .filter(assignment -> assignment.isCoveredBy(settings.seats()))
                .flatMap(assignment -> assignment.seat().stream())
                .findFirst()
                .orElse(null);
        return new EditingRight(session.isCallerInRole(Role.EDITOR), seat, settings.seats());
    }

    private List<SeatAssignment> find(String login, LockModeType lock) {
        return entityManager
                .createQuery("select a from SeatAssignment a where a.holder = :login", SeatAssignment.class)
                .setParameter("login", login)
                .setLockMode(lock)
                .getResultList();
    }
}
