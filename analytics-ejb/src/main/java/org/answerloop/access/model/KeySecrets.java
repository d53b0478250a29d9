package org.answerloop.access.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.answerloop.kernel.Fingerprint;

/** The secret of a key, and for a while the one before it, so that programs change over without a gap. */
@Embeddable
class KeySecrets {

    private static final int HINT = 9;

    @Column(name = "key_hash")
    private String fingerprint;

    private String hint;

    @Column(name = "earlier_hash")
    private String earlierFingerprint;

    @Column(name = "earlier_hint")
    private String earlierHint;

    @Column(name = "earlier_until")
    private Instant earlierUntil;

    protected KeySecrets() {}

    KeySecrets(String secret) {
        take(secret);
    }

    private void take(String secret) {
        fingerprint = Fingerprint.of(secret);
        hint = secret.substring(0, Math.min(HINT, secret.length())) + "…";
    }

    void rotate(String secret, Duration overlap, Instant now) {
        if (overlap.isNegative() || overlap.compareTo(ApiKey.LONGEST_OVERLAP) > 0) {
            throw new UnusableKeyException(UnusableKeyException.Reason.OVERLAP);
        }
        if (earlierUntil(now).isPresent()) {
            throw new UnusableKeyException(UnusableKeyException.Reason.TWO_SECRETS);
        }
        earlierFingerprint = fingerprint;
        earlierHint = hint;
        earlierUntil = now.plus(overlap);
        take(secret);
    }

    void endEarlier(Instant now) {
        if (earlierUntil(now).isPresent()) {
            earlierUntil = now;
        }
    }

    /** @throws RefusedKeyException where the secret was replaced, and its time is over */
    void requireValid(String sent, Instant now) {
        if (!fingerprint.equals(sent) && earlierUntil(now).isEmpty()) {
            throw RefusedKeyException.replaced(earlierUntil);
        }
    }

    boolean isNow(String secret) {
        return fingerprint.equals(Fingerprint.of(secret));
    }

    String hint() {
        return hint;
    }

    String earlierHint() {
        return earlierHint;
    }

    Optional<Instant> earlierUntil(Instant now) {
        return Optional.ofNullable(earlierUntil).filter(until -> until.isAfter(now));
    }
}
