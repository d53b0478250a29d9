package org.answerloop.connection.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;

import org.answerloop.connection.model.Connection;
import org.answerloop.connection.model.Platform;
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
    private FailedTexts texts;

    @Inject
    private Clock clock;

    /** What a worker has to know of a delivery. */
    public record Claimed(
            long id, String deliveryId, Instant receivedAt, boolean test, String payload, Connection connection) {}

    /** A connection that has deliveries to be worked on. */
    public record Waiting(long connectionId, Platform platform) {}

    public List<Waiting> waiting() {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entityManager
                .createNativeQuery("""
                        select p.id, p.platform
                          from platform_connection p
                         where exists (select 1
                                         from webhook_delivery d
                                        where d.connection_id = p.id
                                          and d.due_at <= ?1)""")
                .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
                .getResultList();
        return rows.stream()
                .map(row -> new Waiting(((Number) row[0]).longValue(), Platform.valueOf((String) row[1])))
                .toList();
    }

    /** Those of a connection that are due, the earliest first; nobody else gets them for a while. */
    public List<Claimed> claim(long connectionId, int limit) {
        return claimed(hold("connection_id = ?2 order by due_at, id", connectionId, limit));
    }

    /** The one that was just stored; nothing where somebody else works on it. */
    public Optional<Claimed> claim(String deliveryId, long connectionId) {
        return claimed(hold("connection_id = ?2 and delivery_id = ?3", connectionId, 1, deliveryId)).stream()
                .findFirst();
    }

    public void done(long id, int events) {
        settle(id, delivery -> delivery.done(events));
    }

    /** It keeps its payload, as long as nobody asks us to forget what is said in it. */
    public void failed(long id, String sentence) {
        settle(id, delivery -> {
            delivery.failed(sentence);
            texts.keep(id, delivery.conversations());
        });
    }

    public void putOff(long id, String sentence) {
        settle(id, delivery -> delivery.putOff(sentence, clock.instant()));
    }

    private List<Claimed> claimed(List<Long> held) {
        Instant until = clock.instant().plus(LEASE);
        return held.stream()
                .map(id -> entityManager.find(WebhookDelivery.class, id))
                .map(delivery -> claimed(delivery, until))
                .toList();
    }

    private static Claimed claimed(WebhookDelivery delivery, Instant until) {
        delivery.claim(until);
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
    private List<Long> hold(String which, long connectionId, int limit, Object... more) {
        Query query = entityManager
                .createNativeQuery("select id from webhook_delivery where due_at <= ?1 and " + which + " fetch first "
                        + limit + " rows only for update skip locked")
                .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(2, connectionId);
        for (int i = 0; i < more.length; i++) {
            query.setParameter(3 + i, more[i]);
        }
        @SuppressWarnings("unchecked")
        List<Number> held = query.getResultList();
        return held.stream().map(Number::longValue).toList();
    }
}
