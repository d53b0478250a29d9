package org.answerloop.connection.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

import org.answerloop.connection.model.Connection;
import org.answerloop.connection.model.Reconciliation;
import org.answerloop.connection.model.ReconciliationFault;
import org.answerloop.settings.Settings;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

/** The platforms that are to be asked, shared by all servers; each step is a short transaction of its own. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class ReconciliationQueue {

    /** So long one page may take; then who asked is taken for dead. */
    private static final Duration LEASE = Duration.ofMinutes(15);

    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** A page that somebody asks for: of which connection, and how far it has been asked. */
    public record Claimed(Connection connection, Reconciliation reconciliation) {}

    /** The connections that are due; one whose deliveries still wait is not, for they may tell the same. */
    public List<Long> due() {
        @SuppressWarnings("unchecked")
        List<Number> ids = entityManager
                .createNativeQuery("""
                        select r.connection_id
                          from reconciliation r
                          join platform_connection p on p.id = r.connection_id
                         where r.due_at <= ?1
                           and p.enabled = true
                           and p.api_token is not null
                           and not exists (select 1
                                             from webhook_delivery d
                                            where d.connection_id = r.connection_id
                                              and d.due_at <= ?2)""")
                .setParameter(1, now().atOffset(ZoneOffset.UTC))
                .setParameter(2, END_OF_TIME.atOffset(ZoneOffset.UTC))
                .getResultList();
        return ids.stream().map(Number::longValue).toList();
    }

    /** Nothing where it is not due, or somebody else is at it. */
    public Optional<Claimed> claim(long connectionId) {
        @SuppressWarnings("unchecked")
        List<Number> held = entityManager
                .createNativeQuery("select connection_id from reconciliation where connection_id = ?1 and due_at <= ?2"
                        + " for update skip locked")
                .setParameter(1, connectionId)
                .setParameter(2, now().atOffset(ZoneOffset.UTC))
                .getResultList();
        return held.stream().findFirst().map(id -> {
            Reconciliation reconciliation = entityManager.find(Reconciliation.class, connectionId);
            reconciliation.claim(now(), LEASE);
            entityManager.flush();
            return new Claimed(entityManager.find(Connection.class, connectionId), reconciliation);
        });
    }

    /** As {@link Reconciliation#advance}. */
    public void advance(Claimed claimed, boolean last, int conversations, int events) {
        settle(
                claimed,
                (reconciliation, now) ->
                        reconciliation.advance(last, conversations, events, now, settings.reconciliationInterval()));
    }

    public void fail(Claimed claimed, ReconciliationFault why) {
        settle(claimed, (reconciliation, now) -> reconciliation.fail(why, now));
    }

    /** Only by who holds it: somebody who was taken for dead says nothing any more. */
    private void settle(Claimed claimed, BiConsumer<Reconciliation, Instant> how) {
        Reconciliation current =
                entityManager.find(Reconciliation.class, claimed.connection().id(), LockModeType.PESSIMISTIC_WRITE);
        if (current != null && current.version() == claimed.reconciliation().version()) {
            how.accept(current, now());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
