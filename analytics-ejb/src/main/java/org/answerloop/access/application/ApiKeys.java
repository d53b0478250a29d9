package org.answerloop.access.application;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;

import org.answerloop.access.model.ApiKey;
import org.answerloop.access.model.Role;
import org.answerloop.access.model.Scope;
import org.answerloop.access.model.UnusableKeyException;
import org.answerloop.audit.application.AuditTrail;
import org.answerloop.kernel.Fingerprint;
import org.answerloop.settings.Settings;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Gives, takes away and checks the keys of the programs that call the API. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class ApiKeys {

    /** So that a key can be exchanged for the next one without a gap; more would only be forgotten. */
    private static final int LIVE_WITH_ONE_LABEL = 2;

    private static final String BOOTSTRAP = "bootstrap";

    private static final int RANDOM_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private Settings settings;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext session;

    /** A key, told this once. */
    public record NewKey(long id, String secret) {}

    public NewKey create(String label, Set<Scope> scopes) {
        String secret = "al_" + randomText();
        ApiKey key = new ApiKey(
                label,
                freeSlot(label),
                secret,
                scopes,
                clock.instant(),
                session.getCallerPrincipal().getName());
        entityManager.persist(key);
        try {
            entityManager.flush();
        } catch (PersistenceException e) {
            // Somebody else took the place at the same moment: the table holds each of them once.
            throw new UnusableKeyException(UnusableKeyException.Reason.TWO_LIVE);
        }
        audit.record("api_key.created", subject(key), null, scopes(key));
        return new NewKey(key.id(), secret);
    }

    public void revoke(long id) {
        ApiKey key = entityManager.find(ApiKey.class, id);
        if (key == null) {
            throw new UnusableKeyException(UnusableKeyException.Reason.UNKNOWN);
        }
        if (key.isLive()) {
            key.revoke(session.getCallerPrincipal().getName(), clock.instant());
            audit.record("api_key.revoked", subject(key), scopes(key), null);
        }
    }

    /** All keys, the newest first. */
    public List<ApiKey> list() {
        return entityManager
                .createQuery("select k from ApiKey k order by k.createdAt desc, k.id desc", ApiKey.class)
                .getResultList();
    }

    /** @return what the key opens; nothing where it is unknown or revoked */
    @PermitAll
    public Optional<Set<Scope>> opens(String secret) {
        if (isBootstrapKey(secret)) {
            return Optional.of(EnumSet.allOf(Scope.class));
        }
        return live(secret).map(ApiKey::scopes);
    }

    /** @return what people call the key; nothing where it is unknown or revoked */
    @PermitAll
    public Optional<String> label(String secret) {
        return isBootstrapKey(secret) ? Optional.of(BOOTSTRAP) : live(secret).map(ApiKey::label);
    }

    private Optional<ApiKey> live(String secret) {
        return entityManager
                .createQuery(
                        "select k from ApiKey k where k.fingerprint = :fingerprint and k.revokedAt is null",
                        ApiKey.class)
                .setParameter("fingerprint", Fingerprint.of(secret))
                .getResultStream()
                .findFirst();
    }

    private boolean isBootstrapKey(String secret) {
        return settings.bootstrapApiKey()
                .filter(key -> MessageDigest.isEqual(key.getBytes(UTF_8), secret.getBytes(UTF_8)))
                .isPresent();
    }

    private int freeSlot(String label) {
        List<Integer> taken = entityManager
                .createQuery("select k.slot from ApiKey k where k.label = :label and k.slot is not null", Integer.class)
                .setParameter("label", label == null ? null : label.strip())
                .getResultList();
        return IntStream.rangeClosed(1, LIVE_WITH_ONE_LABEL)
                .filter(slot -> !taken.contains(slot))
                .findFirst()
                .orElseThrow(() -> new UnusableKeyException(UnusableKeyException.Reason.TWO_LIVE));
    }

    /** By the beginning that the page shows too, never the whole. */
    private static String subject(ApiKey key) {
        return key.label() + " " + key.hint();
    }

    private static String scopes(ApiKey key) {
        return key.scopes().stream().map(Scope::label).collect(Collectors.joining(" "));
    }

    private static String randomText() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
