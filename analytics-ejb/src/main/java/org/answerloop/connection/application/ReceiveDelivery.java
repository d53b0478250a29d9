package org.answerloop.connection.application;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.answerloop.connection.model.Connection;
import org.answerloop.connection.model.DeliveryState;
import org.answerloop.connection.model.IncomingDelivery;
import org.answerloop.connection.model.SecretBox;
import org.answerloop.connection.model.SignatureCheck;
import org.answerloop.connection.model.WebhookRequest;

/**
 * Takes a webhook's request in: whether it is genuine is asked before anything in it is looked at, then it is stored as it
 * is. What it means is worked out later, so the platform has its answer at once.
 */
@Stateless
public class ReceiveDelivery {

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private SecretBox box;

    @Inject
    private Clock clock;

    /** What became of a request. */
    public enum Receipt {
        ACCEPTED,
        /** It has been here before; nothing changes. */
        DUPLICATE,
        /** There is no such connection, or it is switched off. */
        UNKNOWN,
        REFUSED
    }

    /**
     * What is to be answered.
     *
     * @param check null where there was no connection to check it for
     */
    public record Answer(Receipt receipt, SignatureCheck check) {}

    /**
     * Whether there is such a connection and it is switched on, which is asked before anything of a request is read.
     *
     * @param platform as the address writes it
     * @param address the end of the webhook's address
     */
    public boolean isKnown(String platform, String address) {
        return find(platform, address).isPresent();
    }

    /**
     * @param platform as the address writes it
     * @param address the end of the webhook's address
     */
    public Answer receive(String platform, String address, WebhookRequest request) {
        return receive(platform, address, request, false);
    }

    /** @param test whether it is a sample that an administrator sends */
    public Answer receive(String platform, String address, WebhookRequest request, boolean test) {
        Optional<Connection> connection = find(platform, address);
        if (connection.isEmpty()) {
            return new Answer(Receipt.UNKNOWN, null);
        }
        Connection known = connection.get();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SignatureCheck check = known.platform().scheme().check(request, known.secrets(box), now);
        if (!check.isGenuine()) {
            countRefusal(known, check, now);
            return new Answer(Receipt.REFUSED, check);
        }
        IncomingDelivery delivery = IncomingDelivery.of(known.platform(), request);
        return new Answer(store(known, delivery, test, now) ? Receipt.ACCEPTED : Receipt.DUPLICATE, check);
    }

    private Optional<Connection> find(String platform, String address) {
        return entityManager
                .createQuery(
                        "select c from Connection c where c.address = :address and c.enabled = true", Connection.class)
                .setParameter("address", address)
                .getResultStream()
                .filter(connection -> connection.platform().path().equals(platform))
                .findFirst();
    }

    /** By itself, without the version: whoever edits the connection is not to be disturbed by strangers. */
    private void countRefusal(Connection connection, SignatureCheck check, Instant now) {
        entityManager
                .createNativeQuery(
                        "update platform_connection set refusals = refusals + 1, refused_at = ?1, refusal = ?2"
                                + " where id = ?3")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, check.name())
                .setParameter(3, connection.id())
                .executeUpdate();
    }

    /** In one statement, so that a delivery that comes twice at the same moment is still one. */
    private boolean store(Connection connection, IncomingDelivery delivery, boolean test, Instant now) {
        return entityManager
                        .createNativeQuery("""
                                insert into webhook_delivery
                                       (id, connection_id, delivery_id, received_at, headers, payload, test, state,
                                        events, attempts, due_at)
                                values (nextval('webhook_delivery_seq'), ?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, 0, ?3)
                                    on conflict do nothing""")
                        .setParameter(1, connection.id())
                        .setParameter(2, delivery.id())
                        .setParameter(3, now.atOffset(ZoneOffset.UTC))
                        .setParameter(4, delivery.headers())
                        .setParameter(5, delivery.payload())
                        .setParameter(6, test)
                        .setParameter(7, DeliveryState.RECEIVED.name())
                        .executeUpdate()
                == 1;
    }
}
