package org.answerloop.connection.application;

import java.time.Clock;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.answerloop.access.model.Role;
import org.answerloop.audit.application.AuditTrail;
import org.answerloop.connection.model.Connection;
import org.answerloop.connection.model.Reconciliation;
import org.answerloop.connection.model.UnusableConnectionException;
import org.answerloop.connection.model.UnusableConnectionException.Reason;

/** What administrators see of the asking of platforms for what their webhooks have missed. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class Reconciliations {

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** Nothing where the platform was never to be asked. */
    public Optional<Reconciliation> find(long connectionId) {
        return Optional.ofNullable(entityManager.find(Reconciliation.class, connectionId));
    }

    /** Has the platform asked at the next opportunity, instead of when it is due. */
    public void hurry(long connectionId) {
        Reconciliation reconciliation =
                find(connectionId).orElseThrow(() -> new UnusableConnectionException(Reason.UNKNOWN));
        reconciliation.hurry(clock.instant());
        Connection connection = entityManager.find(Connection.class, connectionId);
        audit.record("connection.reconciled", connection.platform().path() + " " + connection.name(), null, null);
    }
}
