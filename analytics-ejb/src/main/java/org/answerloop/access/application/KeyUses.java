package org.answerloop.access.application;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;
import static jakarta.ejb.TransactionAttributeType.REQUIRED;

/**
 * Notes when keys were used, and what they had no right to. A key that is used all the time is written once a minute by all
 * servers together: each asks its memory first, and then the row.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class KeyUses {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Map<Long, Instant> noted = new ConcurrentHashMap<>();

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    /** In the transaction of the caller. */
    @TransactionAttribute(MANDATORY)
    public void note(long keyId, Instant at) {
        if (isDue(keyId, at)) {
            entityManager
                    .createNativeQuery("""
                            update api_key
                               set last_used_at = ?1
                             where id = ?2
                               and (last_used_at is null or last_used_at <= ?3)""")
                    .setParameter(1, at.atOffset(ZoneOffset.UTC))
                    .setParameter(2, keyId)
                    .setParameter(3, at.minus(MINUTE).atOffset(ZoneOffset.UTC))
                    .executeUpdate();
        }
    }

    /** Of all that ask at the same moment, one is told so. */
    private boolean isDue(long keyId, Instant at) {
        Instant before = noted.putIfAbsent(keyId, at);
        return before == null || !at.isBefore(before.plus(MINUTE)) && noted.replace(keyId, before, at);
    }

    /** @param events how many events the key had no right to send */
    @TransactionAttribute(REQUIRED)
    public void noteRefused(long keyId, int events, Instant at) {
        entityManager
                .createNativeQuery("update api_key set refusals = refusals + ?1, refused_at = ?2 where id = ?3")
                .setParameter(1, events)
                .setParameter(2, at.atOffset(ZoneOffset.UTC))
                .setParameter(3, keyId)
                .executeUpdate();
    }
}
