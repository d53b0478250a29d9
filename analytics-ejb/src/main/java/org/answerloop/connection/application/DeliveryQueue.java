package org.answerloop.connection.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.answerloop.connection.model.Connection;
import org.answerloop.connection.model.WebhookDelivery;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

/** The deliveries that wait to be worked on, shared by all servers; each step is a short transaction of its own. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class DeliveryQueue {

    /** So long a worker may take; then it is taken for dead, and the delivery is somebody else's. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    /** What a worker has to know of a delivery. */
    public record Claimed(
            long id, String deliveryId, Instant receivedAt, boolean test, String payload, Connection connection) {}

    /** Those that are due, the earliest first; nobody else gets them for a while. */
    public List<Claimed> claim(int limit) {
        Instant now = clock.instant();
        return hold(now, limit).stream()
                .map(id -> entityManager.find(WebhookDelivery.class, id))
                .map(delivery -> claimed(delivery, now))
                .toList();
    }

    public void done(long id, int events) {
        settle(id, delivery -> delivery.done(events));
    }

    public void failed(long id, String sentence) {
        settle(id, delivery -> delivery.failed(sentence));
    }

    public void putOff(long id, String sentence) {
        settle(id, delivery -> delivery.putOff(sentence, clock.instant()));
    }

    private static Claimed claimed(WebhookDelivery delivery, Instant now) {
        delivery.claim(now.plus(LEASE));
        return new Claimed(
                delivery.id(),
                delivery.deliveryId(),
                delivery.receivedAt(),
                delivery.isTest(),
                delivery.payload(),
                delivery.connection());
    }

    private void settle(long id, Consumer<WebhookDelivery> how) {
        WebhookDelivery delivery = entityManager.find(WebhookDelivery.class, id);
        if (delivery != null) {
            how.accept(delivery);
        }
    }

    /** Jakarta Persistence has no words for "skip locked" before 3.2, so this one is SQL. */
    private List<Long> hold(Instant now, int limit) {
        @SuppressWarnings("unchecked")
        List<Number> held = entityManager
                .createNativeQuery("select id from webhook_delivery where due_at <= ?1 order by due_at, id"
                        + " fetch first " + limit + " rows only for update skip locked")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .getResultList();
        return held.stream().map(Number::longValue).toList();
    }
}
