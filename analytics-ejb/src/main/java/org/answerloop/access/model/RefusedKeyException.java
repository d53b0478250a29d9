package org.answerloop.access.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.answerloop.kernel.BusinessException;

/** A key opens nothing; the message says why, and what to do. */
public class RefusedKeyException extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final String code;

    private RefusedKeyException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Nobody made it, or somebody took it away: which of the two is no stranger's business. */
    public static RefusedKeyException unknown() {
        return new RefusedKeyException(
                "no-key", "This API key is unknown or revoked; ask an administrator for another.");
    }

    public static RefusedKeyException expired(Instant at) {
        return new RefusedKeyException(
                "expired-key", "This API key expired at " + seconds(at) + "; ask an administrator for another.");
    }

    /** Its key lives, with another secret. */
    public static RefusedKeyException replaced(Instant at) {
        return new RefusedKeyException(
                "expired-key",
                "This secret was replaced by another, and has opened nothing since " + seconds(at)
                        + "; ask an administrator for the new one.");
    }

    private static Instant seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** For programs. */
    public String code() {
        return code;
    }
}
