package org.answerloop.kernel;

import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;

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
        return of(told, SafeAddress::isSecure);
    }

    /**
     * @param told as the source told it; null where it did not
     * @param followed which of those that name a host and no user can be followed; whoever lets others than secure ones be
     *     followed says so
     * @return the address in ASCII; nothing where it is not one to follow
     */
    public static Optional<String> of(String told, Predicate<URI> followed) {
        try {
            return Optional.ofNullable(told)
                    .map(URI::create)
                    .filter(uri -> uri.getHost() != null && uri.getUserInfo() == null)
                    .filter(followed)
                    .map(URI::toASCIIString);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Whether the address has the scheme {@code https}. */
    public static boolean isSecure(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }
}
