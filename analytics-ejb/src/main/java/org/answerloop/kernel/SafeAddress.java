package org.answerloop.kernel;

import java.net.URI;
import java.util.Optional;

/**
 * Which of the addresses that a source tells a page may link to: those of the scheme {@code https} that name a host and
 * no user. A user before the host would let an address look like that of somebody else.
 */
public final class SafeAddress {

    private SafeAddress() {}

    /**
     * @param told as the source told it; null where it did not
     * @return the address in ASCII; nothing where it is not one to follow
     */
    public static Optional<String> of(String told) {
        try {
            return Optional.ofNullable(told)
                    .map(URI::create)
                    .filter(uri -> "https".equalsIgnoreCase(uri.getScheme()))
                    .filter(uri -> uri.getHost() != null && uri.getUserInfo() == null)
                    .map(URI::toASCIIString);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
