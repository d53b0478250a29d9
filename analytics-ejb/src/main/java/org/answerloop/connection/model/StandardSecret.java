package org.answerloop.connection.model;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A secret as Standard Webhooks writes it: {@code whsec_} and the key in base64. */
final class StandardSecret {

    static final String PREFIX = "whsec_";

    private StandardSecret() {}

    static boolean isWellFormed(String secret) {
        if (!secret.startsWith(PREFIX) || secret.length() == PREFIX.length()) {
            return false;
        }
        try {
            Base64.getDecoder().decode(secret.substring(PREFIX.length()));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static byte[] key(String secret) {
        return isWellFormed(secret)
                ? Base64.getDecoder().decode(secret.substring(PREFIX.length()))
                : secret.getBytes(StandardCharsets.UTF_8);
    }
}
