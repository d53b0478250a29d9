package org.answerloop.access.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.answerloop.kernel.Fingerprint;

/** The key of a program that calls the API. The key itself is told once; only its fingerprint is kept. */
@Entity
@Table(name = "api_key")
public class ApiKey {

    /** Characters of a label. */
    public static final int LABEL = 100;

    private static final int HINT = 9;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "api_key_seq")
    @SequenceGenerator(name = "api_key_seq", sequenceName = "api_key_seq", allocationSize = 50)
    private Long id;

    @Version
    private long version;

    private String label;

    /** Its place among the live keys of its label; null once it is revoked. */
    private Integer slot;

    @Column(name = "key_hash")
    private String fingerprint;

    private String hint;
    private String scopes;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "revoked_by")
    private String revokedBy;

    protected ApiKey() {}

    /**
     * @param slot a free place among the live keys of the label, from 1
     * @param secret the key as its holder will send it
     */
    public ApiKey(String label, int slot, String secret, Set<Scope> scopes, Instant createdAt, String createdBy) {
        if (label == null || label.isBlank() || label.strip().length() > LABEL) {
            throw new UnusableKeyException(UnusableKeyException.Reason.LABEL);
        }
        if (scopes.isEmpty()) {
            throw new UnusableKeyException(UnusableKeyException.Reason.SCOPES);
        }
        this.label = label.strip();
        this.slot = slot;
        this.fingerprint = Fingerprint.of(secret);
        this.hint = secret.substring(0, Math.min(HINT, secret.length())) + "…";
        this.scopes = EnumSet.copyOf(scopes).stream().map(Scope::name).collect(Collectors.joining(","));
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    /** From now on the key opens nothing; revoking it again changes nothing. */
    public void revoke(String by, Instant at) {
        if (revokedAt == null) {
            revokedAt = at;
            revokedBy = by;
            slot = null;
        }
    }

    public boolean isLive() {
        return revokedAt == null;
    }

    public Long id() {
        return id;
    }

    public String label() {
        return label;
    }

    /** The beginning of the key, to tell keys apart by. */
    public String hint() {
        return hint;
    }

    public Set<Scope> scopes() {
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
}
