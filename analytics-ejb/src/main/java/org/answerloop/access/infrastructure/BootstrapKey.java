package org.answerloop.access.infrastructure;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Collectors;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.answerloop.access.model.Scope;
import org.answerloop.kernel.Fingerprint;
import org.answerloop.settings.Settings;

/**
 * Puts the key from the configuration among the others, so that it is listed, used and revoked as they are. Once it is
 * revoked it stays so, whatever the configuration says: its row is found by its secret and left as it is.
 */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class BootstrapKey {

    /** What people call it; the label is no secret. */
    static final String LABEL = "bootstrap";

    private static final int HINT = 5;

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @PostConstruct
    void register() {
        settings.bootstrapApiKey().ifPresent(this::register);
    }

    private void register(String secret) {
        String scopes = Arrays.stream(Scope.values()).map(Scope::name).collect(Collectors.joining(","));
        entityManager
                .createNativeQuery("""
                        insert into api_key
                               (id, version, label, key_hash, hint, scopes, created_at, created_by, from_setting)
                        values (nextval('api_key_seq'), 1, ?1, ?2, ?3, ?4, ?5, ?6, true)
                            on conflict do nothing""")
                .setParameter(1, LABEL)
                .setParameter(2, Fingerprint.of(secret))
                .setParameter(3, secret.substring(0, HINT) + "…")
                .setParameter(4, scopes)
                .setParameter(5, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(6, "system")
                .executeUpdate();
    }
}
