package org.answerloop.connection.application;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.answerloop.access.model.Role;
import org.answerloop.audit.application.AuditTrail;
import org.answerloop.connection.model.Connection;
import org.answerloop.connection.model.DeliveryState;
import org.answerloop.connection.model.UnusableConnectionException;
import org.answerloop.connection.model.UnusableConnectionException.Reason;
import org.answerloop.connection.model.WebhookDelivery;
import org.answerloop.kernel.PageCursor;

/** What administrators see of the deliveries, and do about those that failed. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class Deliveries {

    /** Later than whatever a table holds. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * A page of deliveries, the latest first.
     *
     * @param next asks for the page after it; null on the last one
     */
    public record Page(List<WebhookDelivery> rows, String next) {}

    /**
     * @param failuresOnly whether only those that failed are wanted
     * @param cursor {@link Page#next()} of the page before; null for the first
     */
    public Page of(long connectionId, boolean failuresOnly, String cursor, int limit) {
        Optional<PageCursor> position = Optional.ofNullable(cursor).map(PageCursor::parse);
        Set<DeliveryState> states =
                failuresOnly ? EnumSet.of(DeliveryState.FAILED) : EnumSet.allOf(DeliveryState.class);
        List<WebhookDelivery> found = entityManager
                .createQuery("""
                        select d
                          from WebhookDelivery d
                         where d.connection.id = :connection
                           and d.state in :states
                           and (d.receivedAt < :moment or (d.receivedAt = :moment and d.id < :id))
                         order by d.receivedAt desc, d.id desc""", WebhookDelivery.class)
                .setParameter("connection", connectionId)
                .setParameter("states", states)
                .setParameter("moment", position.map(PageCursor::moment).orElse(END_OF_TIME))
                .setParameter("id", position.map(PageCursor::number).orElse(Long.MAX_VALUE))
                .setMaxResults(limit + 1)
                .getResultList();
        List<WebhookDelivery> rows = List.copyOf(found.subList(0, Math.min(limit, found.size())));
        return new Page(rows, found.size() > limit ? cursorAfter(rows.get(limit - 1)) : null);
    }

    /** Lets a delivery that failed be worked on again. */
    public void retry(long connectionId, long deliveryId) {
        WebhookDelivery delivery = entityManager.find(WebhookDelivery.class, deliveryId);
        if (delivery == null || delivery.connection().id() != connectionId) {
            throw new UnusableConnectionException(Reason.NOT_FAILED);
        }
        delivery.retry(clock.instant());
        audit.record("delivery.retried", delivery.connection().name() + " " + delivery.deliveryId(), null, null);
    }

    /** How many of the connection's deliveries failed and can be tried again. */
    public long failures(long connectionId) {
        return entityManager
                .createQuery("""
                        select count(d)
                          from WebhookDelivery d
                         where d.connection.id = :connection
                           and d.state = org.answerloop.connection.model.DeliveryState.FAILED
                           and d.payload <> ''""", Long.class)
                .setParameter("connection", connectionId)
                .getSingleResult();
    }

    /** Lets all deliveries of the connection that failed be worked on again, in the order in which they came. */
    public void retryAll(long connectionId) {
        Connection connection = entityManager.find(Connection.class, connectionId);
        if (connection == null) {
            throw new UnusableConnectionException(Reason.UNKNOWN);
        }
        int retried = entityManager
                .createQuery("""
                        update WebhookDelivery d
                           set d.state = org.answerloop.connection.model.DeliveryState.RECEIVED,
                               d.problem = null,
                               d.dueAt = :now
                         where d.connection = :connection
                           and d.state = org.answerloop.connection.model.DeliveryState.FAILED
                           and d.payload <> ''""")
                .setParameter("now", clock.instant())
                .setParameter("connection", connection)
                .executeUpdate();
        audit.record("delivery.retried_all", connection.name(), null, Integer.toString(retried));
    }

    /** @param deliveryId the platform's own */
    public Optional<WebhookDelivery> find(long connectionId, String deliveryId) {
        return entityManager
                .createQuery(
                        "select d from WebhookDelivery d where d.deliveryId = :delivery and d.connection.id = :connection",
                        WebhookDelivery.class)
                .setParameter("delivery", deliveryId)
                .setParameter("connection", connectionId)
                .getResultStream()
                .findFirst();
    }

    private static String cursorAfter(WebhookDelivery last) {
        return new PageCursor(last.receivedAt(), Long.toString(last.id())).text();
    }
}
