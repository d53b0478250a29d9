package org.answerloop.web.knowledge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.answerloop.access.model.ApiKey;
import org.answerloop.access.model.KeyState;

/** A key as a row of the page. */
public class KeyRow {

    /** From then on the page warns of the end, so that a new key is in place before it. */
    private static final Duration WARNING = Duration.ofDays(14);

    private final ApiKey key;
    private final Instant now;
    private final boolean configured;

    /** @param configured whether the secret stands in the configuration now; only asked of the key that comes from there */
    KeyRow(ApiKey key, Instant now, boolean configured) {
        this.key = key;
        this.now = now;
        this.configured = configured;
    }

    public ApiKey getKey() {
        return key;
    }

    public KeyState getState() {
        return key.state(now);
    }

    public boolean isLive() {
        return getState() == KeyState.LIVE;
    }

    /** Whether it comes from a setting that names another by now, or none. */
    public boolean isUnset() {
        return key.isFromSetting() && !configured;
    }

    /** Whether it opens nothing though its secret still stands in the configuration. */
    public boolean isStillSet() {
        return key.isFromSetting() && configured && getState() == KeyState.REVOKED;
    }

    public boolean isRotatable() {
        return isLive() && !key.isFromSetting();
    }

    /** Null where it has none. */
    public Instant getExpiresAt() {
        return key.expiresAt().orElse(null);
    }

    public boolean isExpiringSoon() {
        return isLive()
                && key.expiresAt().filter(at -> at.isBefore(now.plus(WARNING))).isPresent();
    }

    /** Null where it was never used. */
    public Instant getLastUsedAt() {
        return key.lastUsedAt().orElse(null);
    }

    /** Null where only one secret opens. */
    public Instant getEarlierUntil() {
        return isLive() ? key.earlierUntil(now).orElse(null) : null;
    }

    /** Null where there was none. */
    public Instant getRefusedAt() {
        return key.refusedAt().orElse(null);
    }

    /** Empty for all. */
    public List<String> getSources() {
        return key.sources().lines();
    }
}
