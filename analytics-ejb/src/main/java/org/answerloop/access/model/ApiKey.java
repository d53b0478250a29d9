package org.answerloop.access.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The key of a program that calls the API. The key itself is told once; only its fingerprint is kept. */
@Entity
@Table(name = "api_key")
public class ApiKey {

    /** Characters of a label. */
    public static final int LABEL = 100;

    /** How long a secret that was replaced may still open. */
    public static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "api_key_seq")
    @SequenceGenerator(name = "api_key_seq", sequenceName = "api_key_seq", allocationSize = 50)
    private Long id;

    @Version
    private long version;

    private String label;

    /** Its place among the live keys of its label; null once it is revoked, or has made room for another after it expired. */
    private Integer slot;

    @Embedded
    private KeySecrets secrets;

    private String scopes;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "revoked_by")
    private String revokedBy;

    private String sources = "";

    @Column(name = "expires_at")
    private Instant expiresAt;

    /** Written past the entity, which an administrator may be changing. */
    @Column(name = "last_used_at", insertable = false, updatable = false)
    private Instant lastUsedAt;

    @Column(name = "from_setting")
    private boolean fromSetting;

    /** Written past the entity, as is when it was last used. */
    @Column(insertable = false, updatable = false)
    private long refusals;

    @Column(name = "refused_at", insertable = false, updatable = false)
    private Instant refusedAt;

    protected ApiKey() {}

    /**
     * @param slot a free place among the live keys of the label, from 1
     * @param secret the key as its holder will send it
     */
    public ApiKey(KeyRequest wanted, int slot, String secret, Instant createdAt, String createdBy) {
        String name = wanted.label();
        if (name == null || name.isBlank() || name.strip().length() > LABEL) {
            throw new UnusableKeyException(UnusableKeyException.Reason.LABEL);
        }
        if (wanted.scopes().isEmpty()) {
            throw new UnusableKeyException(UnusableKeyException.Reason.SCOPES);
        }
        if (wanted.expiresAt() != null && !wanted.expiresAt().isAfter(createdAt)) {
            throw new UnusableKeyException(UnusableKeyException.Reason.EXPIRY);
        }
        this.label = name.strip();
        this.slot = slot;
        this.scopes = EnumSet.copyOf(wanted.scopes()).stream().map(Scope::name).collect(Collectors.joining(","));
        this.sources = wanted.sources().text();
        this.expiresAt = wanted.expiresAt();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        this.secrets = new KeySecrets(secret);
    }

    /**
     * Gives the key another secret.
     *
     * @param overlap how long the secret so far opens beside it
     */
    public void rotate(String secret, Duration overlap, Instant now) {
        if (fromSetting) {
            throw new UnusableKeyException(UnusableKeyException.Reason.FROM_SETTING);
        }
        if (state(now) != KeyState.LIVE) {
            throw new UnusableKeyException(UnusableKeyException.Reason.NOT_LIVE);
        }
        secrets.rotate(secret, overlap, now);
    }

    /** The secret before the last rotation opens nothing from now on. */
    public void endEarlier(Instant now) {
        secrets.endEarlier(now);
    }

    /**
     * What whoever sends a secret of this key may do.
     *
     * @param sent the fingerprint of the secret
     * @throws RefusedKeyException where it opens nothing
     */
    public Grant grant(String sent, Instant now) {
        if (!isLive()) {
            throw RefusedKeyException.unknown();
        }
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw RefusedKeyException.expired(expiresAt);
        }
        secrets.requireValid(sent, now);
        return grant();
    }

    /** What its holder was given, whether it still opens or not. */
    public Grant grant() {
        return new Grant(id, "API: " + label, scopes(), sources());
    }

    /** From now on the key opens nothing; revoking it again changes nothing. */
    public void revoke(String by, Instant at) {
        if (revokedAt == null) {
            revokedAt = at;
            revokedBy = by;
            slot = null;
        }
    }

    /** Once it has expired, another one may have its place. */
    public void makeRoom(Instant now) {
        if (state(now) == KeyState.EXPIRED) {
            slot = null;
        }
    }

    /** Its place among the live keys of its label; nothing where it has none any more. */
    public Optional<Integer> slot() {
        return Optional.ofNullable(slot);
    }

    /** Whether nobody revoked it. */
    public boolean isLive() {
        return revokedAt == null;
    }

    public KeyState state(Instant now) {
        if (!isLive()) {
            return KeyState.REVOKED;
        }
        return expiresAt == null || expiresAt.isAfter(now) ? KeyState.LIVE : KeyState.EXPIRED;
    }

    /** Whether its secret stands in the configuration of a server. */
    public boolean isFromSetting() {
        return fromSetting;
    }

    /** Whether this is its secret now. */
    public boolean hasSecret(String secret) {
        return secrets.isNow(secret);
    }

    public Long id() {
        return id;
    }

    public String label() {
        return label;
    }

    /** The beginning of the key, to tell keys apart by. */
    public String hint() {
        return secrets.hint();
    }

    /** The one from the configuration opens everything that there is. */
    public Set<Scope> scopes() {
        return fromSetting ? EnumSet.allOf(Scope.class) : named();
    }

    private Set<Scope> named() {
        return Arrays.stream(scopes.split(","))
                .map(Scope::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }

    public Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }

    public Optional<String> revokedBy() {
        return Optional.ofNullable(revokedBy);
    }

    public SourceRule sources() {
        return SourceRule.parse(sources);
    }

    /** From when on it opens nothing; nothing for a key without an end. */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    /** To the minute; nothing where it was never used. */
    public Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }

    /** The beginning of the secret before the last rotation. */
    public String earlierHint() {
        return secrets.earlierHint();
    }

    /** Until when the secret before the last rotation opens; nothing where it opens no more. */
    public Optional<Instant> earlierUntil(Instant now) {
        return secrets.earlierUntil(now);
    }

    /** How many events it had no right to send. */
    public long refusals() {
        return refusals;
    }

    /** When the last of them came; nothing where there was none. */
    public Optional<Instant> refusedAt() {
        return Optional.ofNullable(refusedAt);
    }
}
