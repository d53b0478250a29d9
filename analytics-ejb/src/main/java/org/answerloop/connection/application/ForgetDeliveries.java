package org.answerloop.connection.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.answerloop.connection.model.DeliveryState;
import org.answerloop.settings.Settings;

/** Takes old deliveries away, with what is left of their text; their events are in the inbox. */
@Stateless
public class ForgetDeliveries {

    /** How long what became of a delivery can be looked at, unless the retention is shorter. */
    public static final Duration KEPT = Duration.ofDays(30);

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** @return how many were taken away */
    public int run() {
        Duration retention = settings.retention();
        boolean isShorter = !retention.isZero() && retention.compareTo(KEPT) < 0;
        Instant before = clock.instant().minus(isShorter ? retention : KEPT);
        return entityManager
                .createQuery("delete from WebhookDelivery d where d.receivedAt < :before and d.state <> :waiting")
                .setParameter("before", before)
                .setParameter("waiting", DeliveryState.RECEIVED)
                .executeUpdate();
    }
}
