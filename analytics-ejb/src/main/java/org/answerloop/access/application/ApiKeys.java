package org.answerloop.access.application;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;

import org.answerloop.access.model.ApiKey;
import org.answerloop.access.model.KeyRequest;
import org.answerloop.access.model.Role;
import org.answerloop.access.model.Scope;
import org.answerloop.access.model.UnusableKeyException;
import org.answerloop.audit.application.AuditTrail;

/** Gives, changes and takes away the keys of the programs that call the API. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class ApiKeys {

    /** So that a key can be exchanged for the next one without a gap; more would only be forgotten. */
    private static final int LIVE_WITH_ONE_LABEL = 2;

    private static final int RANDOM_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<KeyRevoked> revoked;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext session;

    /** A key, told this once. */
    public record NewKey(long id, String secret) {}

    public NewKey create(KeyRequest wanted) {
        String secret = newSecret();
        Instant now = now();
        ApiKey key = new ApiKey(wanted, freeSlot(wanted.label(), now), secret, now, caller());
        entityManager.persist(key);
        try {
            entityManager.flush();
        } catch (PersistenceException e) {
            // Somebody else took the place at the same moment: the table holds each of them once.
            throw new UnusableKeyException(UnusableKeyException.Reason.TWO_LIVE);
        }
        audit.record("api_key.created", subject(key), null, described(key));
        return new NewKey(key.id(), secret);
    }

    /**
     * Gives a key another secret, for its programs to change over to.
     *
     * @param overlap how long the secret so far opens beside the new one
     */
    public NewKey rotate(long id, Duration overlap) {
        ApiKey key = locked(id);
        String before = key.hint();
        String secret = newSecret();
        key.rotate(secret, overlap, now());
        audit.record("api_key.rotated", subject(key), before + " until " + now().plus(overlap), key.hint());
        return new NewKey(key.id(), secret);
    }

    /** The secret before the last rotation opens nothing from now on. */
    public void endEarlier(long id) {
        ApiKey key = locked(id);
        if (key.earlierUntil(now()).isPresent()) {
            key.endEarlier(now());
            audit.record("api_key.earlier_secret_ended", subject(key), key.earlierHint(), null);
        }
    }

    /** From now on the key opens nothing, and the files that it sent are taken in no further. */
    public void revoke(long id) {
        ApiKey key = locked(id);
        if (key.isLive()) {
            key.revoke(caller(), now());
            audit.record("api_key.revoked", subject(key), described(key), null);
            revoked.fire(new KeyRevoked(id, caller()));
        }
    }

    private ApiKey locked(long id) {
        return Optional.ofNullable(entityManager.find(ApiKey.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new UnusableKeyException(UnusableKeyException.Reason.UNKNOWN));
    }

    /** All keys, the newest first. */
    public List<ApiKey> list() {
        return entityManager
                .createQuery("select k from ApiKey k order by k.createdAt desc, k.id desc", ApiKey.class)
                .getResultList();
    }

    /** Keys that have expired meanwhile make room first; in the table too, which holds each place once. */
    private int freeSlot(String label, Instant now) {
        List<ApiKey> placed = entityManager
                .createQuery("select k from ApiKey k where k.label = :label and k.slot is not null", ApiKey.class)
                .setParameter("label", label == null ? null : label.strip())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        placed.forEach(key -> key.makeRoom(now));
        entityManager.flush();
        List<Integer> taken =
                placed.stream().map(ApiKey::slot).flatMap(Optional::stream).toList();
        return IntStream.rangeClosed(1, LIVE_WITH_ONE_LABEL)
                .filter(slot -> !taken.contains(slot))
                .findFirst()
                .orElseThrow(() -> new UnusableKeyException(UnusableKeyException.Reason.TWO_LIVE));
    }

    /** By the beginning that the page shows too, never the whole. */
    private static String subject(ApiKey key) {
        return key.label() + " " + key.hint();
    }

    /** What it opens, for which sources and until when. */
    private static String described(ApiKey key) {
        String scopes = key.scopes().stream().map(Scope::label).collect(Collectors.joining(" "));
        String end = key.expiresAt().map(at -> "; until " + at).orElse("");
        return scopes + "; " + key.sources() + end;
    }

    private static String newSecret() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return "al_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String caller() {
        return session.getCallerPrincipal().getName();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
