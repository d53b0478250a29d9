package org.answerloop.connection.model;

import java.security.SecureRandom;
import java.util.Base64;

import org.answerloop.connection.model.UnusableConnectionException.Reason;

/**
 * The secret that a platform signs with, in the clear: only on its way from or to a person, or to a signature.
 *
 * @param text as the platform knows it
 */
public record ConnectionSecret(String text) {

    private static final int BYTES = 32;
    private static final int LEAST = 16;
    private static final int HINT = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws UnusableConnectionException where the platform can have no such secret */
    public static ConnectionSecret given(Platform platform, String text) {
        String secret = text.strip();
        boolean isVisible = secret.chars().allMatch(c -> c > ' ' && c < 0x7f);
        boolean isStandard = platform != Platform.STANDARD_WEBHOOKS || StandardSecret.isWellFormed(secret);
        if (secret.length() < LEAST || secret.length() > Connection.SECRET || !isVisible || !isStandard) {
            throw new UnusableConnectionException(Reason.SECRET);
        }
        return new ConnectionSecret(secret);
    }

    public static ConnectionSecret made(Platform platform) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new ConnectionSecret(
                platform == Platform.STANDARD_WEBHOOKS
                        ? StandardSecret.PREFIX + Base64.getEncoder().encodeToString(bytes)
                        : Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Its end, to tell secrets apart by. */
    String hint() {
        return "…" + text.substring(text.length() - HINT);
    }

    /** Not the secret: records are printed easily. */
    @Override
    public String toString() {
        return hint();
    }
}
