package org.answerloop.access.application;

import java.time.Clock;
import java.time.Instant;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.answerloop.access.model.ApiKey;
import org.answerloop.access.model.Grant;
import org.answerloop.access.model.RefusedKeyException;
import org.answerloop.kernel.Fingerprint;
import org.answerloop.settings.Settings;

/** Says what a program that calls the API may do, by the key that it sends. */
@Stateless
public class KeyAuthentication {

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private Settings settings;

    @Inject
    private KeyUses uses;

    @Inject
    private Clock clock;

    /** @throws RefusedKeyException where the key is unknown, revoked or expired */
    public Grant authenticate(String secret) {
        String fingerprint = Fingerprint.of(secret);
        Instant now = clock.instant();
        ApiKey key = entityManager
                .createQuery("""
                        select k
                          from ApiKey k
                         where k.secrets.fingerprint = :fingerprint
                            or k.secrets.earlierFingerprint = :fingerprint""", ApiKey.class)
                .setParameter("fingerprint", fingerprint)
                .getResultStream()
                .filter(this::isConfigured)
                .findFirst()
                .orElseThrow(RefusedKeyException::unknown);
        Grant grant = key.grant(fingerprint, now);
        uses.note(key.id(), now);
        return grant;
    }

    /**
     * What the holder of a key was given, for what it asked for while the key was live.
     *
     * @throws RefusedKeyException where there is no such key
     */
    public Grant grantOf(long keyId) {
        ApiKey key = entityManager.find(ApiKey.class, keyId);
        if (key == null) {
            throw RefusedKeyException.unknown();
        }
        return key.grant();
    }

    /** A key from the configuration opens for as long as it stands there. */
    private boolean isConfigured(ApiKey key) {
        return !key.isFromSetting()
                || settings.bootstrapApiKey().filter(key::hasSecret).isPresent();
    }
}
